using System.ComponentModel.DataAnnotations;
using Atelier.Identity.Accounts;
using Atelier.Identity.Contracts;
using Atelier.Identity.Notices;
using Atelier.JobEngine;
using Atelier.Platform.Database;
using Atelier.Platform.Errors;
using Atelier.Platform.Throttling;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Identity.Emails;

public sealed record ChangeEmailRequest(
    [property:
        Required,
        StringLength(254),
        RegularExpression(Register.EmailShape, ErrorMessage = "This is not an e-mail address.")
    ]
        string Email
);

/// <summary>
/// Asks for another address, which counts once a link mailed there is opened; the present address is told. Whether
/// somebody else has the address is found out by whoever reads its mail, so that this answer tells nothing.
/// </summary>
internal static class ChangeEmail
{
    public static async Task<Results<Accepted, ProblemHttpResult>> Post(
        ChangeEmailRequest request,
        CurrentUser caller,
        IdentityDb db,
        JobClient jobs,
        NoticeBoard notices,
        Throttles throttles,
        CancellationToken cancel
    )
    {
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == caller.Id, cancel);
        if (user is null)
            return Me.Gone.ToHttp();
        if (string.Equals(user.Email, request.Email, StringComparison.OrdinalIgnoreCase))
            return Problem.Invalid("email", "This is the account's address already.").ToHttp();
        if (await throttles.TakeAsync(ThrottlePolicy.Links, request.Email.ToLowerInvariant(), cancel) is { } refusal)
            return refusal.ToHttp();
        var link = new SendEmailLink(user.Id, request.Email, IsNew: true);
        await db.InTransactionAsync(
            async tx =>
            {
                await notices.TellAsync(tx, user.Email, Notice.EmailIsToChange, cancel);
                return await jobs.EnqueueAsync(tx, link, link.Options, cancel);
            },
            cancel
        );
        return TypedResults.Accepted((string?)null);
    }
}
