using Atelier.JobEngine;
using Npgsql;

namespace Atelier.Identity.Notices;

/// <summary>Tells people what happened to their account, if and only if it did: the mail is part of the change's commit.</summary>
internal sealed class NoticeBoard(JobClient jobs, TimeProvider clock)
{
    public Task TellAsync(NpgsqlTransaction tx, string email, Notice notice, CancellationToken cancel)
    {
        var options = new JobOptions(OwnerId: Guid.Empty, MaxAttempts: 5);
        var mail = new SendNotice(email, notice.Subject, notice.Text, clock.GetUtcNow(), notice.IsAboutSafety);
        return jobs.EnqueueAsync(tx, mail, options, cancel);
    }
}
