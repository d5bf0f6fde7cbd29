using Atelier.Identity.Accounts;
using Atelier.Identity.Contracts;
using Atelier.JobEngine;
using Atelier.Platform.Database;
using Atelier.Platform.Errors;
using Atelier.Platform.Throttling;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Identity.Emails;

/// <summary>Mails the link that proves the account's address once more.</summary>
internal static class ResendVerification
{
    public static async Task<Results<Accepted, ProblemHttpResult>> Post(
        CurrentUser caller,
        IdentityDb db,
        JobClient jobs,
        Throttles throttles,
        CancellationToken cancel
    )
    {
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == caller.Id, cancel);
        if (user is null)
            return Me.Gone.ToHttp();
        if (user.EmailVerifiedAt is not null)
            return Problem.Conflict("email_verified", "This address is confirmed already.").ToHttp();
        if (await throttles.TakeAsync(ThrottlePolicy.Links, user.Email.ToLowerInvariant(), cancel) is { } refusal)
            return refusal.ToHttp();
        var link = new SendEmailLink(user.Id, user.Email, IsNew: false);
        await db.InTransactionAsync(tx => jobs.EnqueueAsync(tx, link, link.Options, cancel), cancel);
        return TypedResults.Accepted((string?)null);
    }
}
