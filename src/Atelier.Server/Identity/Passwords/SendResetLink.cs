using Atelier.Identity.Accounts;
using Atelier.Identity.Sessions;
using Atelier.Identity.Tokens;
using Atelier.JobEngine;
using Atelier.Platform.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Atelier.Identity.Passwords;

/// <param name="Email">In lower case.</param>
internal sealed record SendResetLink(string Email) : IJobPayload
{
    public static string Kind => "identity.send_reset_link.v1";

    /// <summary>One at a time for each address.</summary>
    public static JobOptions Options(string email) => new(OwnerId: Guid.Empty, UniqueKey: email, MaxAttempts: 5);
}

/// <summary>Sends the link when there is such a person. Only the latest link works.</summary>
internal sealed class SendResetLinkHandler(
    IdentityDb db,
    IMail mail,
    IOptions<IdentityOptions> options,
    TimeProvider clock
) : IJobHandler<SendResetLink>
{
    public async Task<object?> RunAsync(SendResetLink payload, JobRun run, CancellationToken cancel)
    {
        var user = await db.FindByEmailAsync(payload.Email, cancel);
        if (user is null || user.DisabledAt is not null)
            return null;
        var token = RefreshToken.NewText();
        await db
            .OneTimeTokens.Where(t => t.UserId == user.Id && t.Purpose == OneTimeToken.Reset)
            .ExecuteDeleteAsync(cancel);
        db.OneTimeTokens.Add(OneTimeToken.ForReset(token, user.Id, user.Email, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancel);
        // The address comes from the options, never from the request's Host header. Behind # it reaches no log.
        var link = $"{options.Value.WebAddress.TrimEnd('/')}/reset#token={token}";
        var text = $"""
            Somebody, probably you, asked for a new password for {user.Email}.

            Choose it here within the next hour: {link}

            If it was not you, nothing has to be done: your password stays as it is.
            """;
        await mail.SendAsync(user.Email, "Choose a new password", text, cancel);
        return null;
    }
}
