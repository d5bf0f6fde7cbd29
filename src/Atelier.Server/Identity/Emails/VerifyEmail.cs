using System.ComponentModel.DataAnnotations;
using Atelier.Audit.Contracts;
using Atelier.Platform.Database;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Identity.Emails;

public sealed record VerifyEmailRequest([property: Required, StringLength(200)] string Token);

/// <summary>Takes the token of the link that was mailed to the account's address.</summary>
internal static class VerifyEmail
{
    public static Task<Results<NoContent, ProblemHttpResult>> Post(
        VerifyEmailRequest request,
        IdentityDb db,
        IAuditTrail trail,
        TimeProvider clock,
        CancellationToken cancel
    ) =>
        db.InTransactionAsync<Results<NoContent, ProblemHttpResult>>(
            async tx =>
            {
                var now = clock.GetUtcNow();
                var tokens = db.ForEmail(request.Token, now);
                var user = await tokens
                    .SelectMany(t => db.Users.Where(u => u.Id == t.UserId && u.Email == t.Email))
                    .SingleOrDefaultAsync(u => u.DisabledAt == null, cancel);
                if (user is null || await tokens.ExecuteDeleteAsync(cancel) != 1)
                    return EmailTokens.Dead.ToHttp();
                user.VerifyEmail(now);
                var entry = AuditEntry.OfUser(AuditActions.EmailVerified, user.Id) with { ActorId = user.Id };
                await trail.RecordAsync(tx, entry, cancel);
                return TypedResults.NoContent();
            },
            cancel
        );
}
