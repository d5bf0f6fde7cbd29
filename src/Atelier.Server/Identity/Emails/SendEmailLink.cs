using Atelier.Identity.Accounts;
using Atelier.Identity.Sessions;
using Atelier.Identity.Tokens;
using Atelier.JobEngine;
using Atelier.Platform.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Atelier.Identity.Emails;

/// <param name="Email">Where the link goes.</param>
/// <param name="IsNew">The person wants this address instead of the present one.</param>
internal sealed record SendEmailLink(Guid UserId, string Email, bool IsNew) : IJobPayload
{
    public static string Kind => "identity.send_email_link.v1";

    /// <summary>One at a time for each person and address.</summary>
    public JobOptions Options => new(OwnerId: Guid.Empty, UniqueKey: $"{UserId}:{Email}", MaxAttempts: 5);
}

/// <summary>Sends a link that proves an address. Only the latest link works.</summary>
internal sealed class SendEmailLinkHandler(
    IdentityDb db,
    IMail mail,
    IOptions<IdentityOptions> options,
    TimeProvider clock
) : IJobHandler<SendEmailLink>
{
    public async Task<object?> RunAsync(SendEmailLink payload, JobRun run, CancellationToken cancel)
    {
        var user = await db.Users.SingleOrDefaultAsync(u => u.Id == payload.UserId, cancel);
        if (user is null || user.DisabledAt is not null || payload.IsNew == (user.Email == payload.Email))
            return null;
        var token = RefreshToken.NewText();
        await db
            .OneTimeTokens.Where(t => t.UserId == user.Id && t.Purpose == OneTimeToken.ForAddress)
            .ExecuteDeleteAsync(cancel);
        db.OneTimeTokens.Add(OneTimeToken.ForEmail(token, user.Id, payload.Email, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancel);
        // As with the link to a new password: from the options, and behind # so that it reaches no log.
        var page = $"{options.Value.WebAddress.TrimEnd('/')}/{(payload.IsNew ? "email" : "verify")}#token={token}";
        var (subject, text) = payload.IsNew ? ToNewAddress(user, page) : ToOwnAddress(page);
        await mail.SendAsync(payload.Email, subject, text, cancel);
        return null;
    }

    private static (string Subject, string Text) ToOwnAddress(string page) =>
        (
            "Confirm your address",
            $"""
            An account was opened with this address.

            If it is yours, confirm the address here within a day: {page}

            If it is not, nothing has to be done.
            """
        );

    private static (string Subject, string Text) ToNewAddress(User user, string page) =>
        (
            "Confirm your new address",
            $"""
            The account that had the address {user.Email} is to have this one instead.

            If you want that, confirm it here within a day: {page}

            If you know nothing of it, do not open the link: everything stays as it is.
            """
        );
}
