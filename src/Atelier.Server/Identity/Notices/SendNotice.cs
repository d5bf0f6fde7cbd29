using System.Globalization;
using Atelier.JobEngine;
using Atelier.Platform.Mail;
using Microsoft.Extensions.Options;

namespace Atelier.Identity.Notices;

internal sealed record SendNotice(
    string Email,
    string Subject,
    string Text,
    DateTimeOffset HappenedAt,
    bool IsAboutSafety = true
) : IJobPayload
{
    public static string Kind => "identity.send_notice.v1";
}

/// <summary>Says what happened, when, and what to do about it if it was somebody else.</summary>
internal sealed class SendNoticeHandler(IMail mail, IOptions<IdentityOptions> options) : IJobHandler<SendNotice>
{
    public async Task<object?> RunAsync(SendNotice payload, JobRun run, CancellationToken cancel)
    {
        var at = payload.HappenedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        var text = payload.IsAboutSafety
            ? $"""
                {payload.Text}

                This happened on {at} UTC. If it was you, nothing has to be done.

                If it was not you, choose a new password now, which ends all your sessions: {options.Value.WebAddress}
                """
            : $"{payload.Text}\n\nThis happened on {at} UTC: {options.Value.WebAddress}";
        await mail.SendAsync(payload.Email, payload.Subject, text, cancel);
        return null;
    }
}
