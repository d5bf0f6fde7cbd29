using Atelier.Audit.Contracts;
using Atelier.Identity.Contracts;
using Atelier.JobEngine;

namespace Atelier.Jobs.Tasks;

/// <summary>Writes down what somebody did to what is not theirs.</summary>
internal sealed class TaskAudit(IAuditTrail trail, JobClient jobs)
{
    public async Task RecordAsync(string action, Guid task, CurrentUser user, object? details, CancellationToken cancel)
    {
        if (await jobs.OwnerOfAsync(task, cancel) is { } owner && owner == user.Id)
            return;
        var entry = new AuditEntry(action, SubjectKind: "task", SubjectId: task, Details: details);
        await trail.RecordAsync(entry, cancel);
    }

    public Task RecordLaneAsync(string action, string lane, CancellationToken cancel) =>
        trail.RecordAsync(new AuditEntry(action, SubjectKind: "lane", Details: new { lane }), cancel);
}
