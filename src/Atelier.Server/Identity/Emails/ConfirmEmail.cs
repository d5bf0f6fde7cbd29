using System.ComponentModel.DataAnnotations;
using Atelier.Audit.Contracts;
using Atelier.Identity.Notices;
using Atelier.Platform.Database;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Atelier.Identity.Emails;

public sealed record ConfirmEmailRequest([property: Required, StringLength(200)] string Token);

/// <summary>Puts the new address in place. Sessions stay; links that were mailed to the old address die.</summary>
internal static class ConfirmEmail
{
    public static async Task<Results<NoContent, ProblemHttpResult>> Post(
        ConfirmEmailRequest request,
        IdentityDb db,
        NoticeBoard notices,
        IAuditTrail trail,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        try
        {
            return await db.InTransactionAsync(PutAsync, cancel);
        }
        catch (DbUpdateException e) when (e.IsDuplicate())
        {
            return Problem.Conflict("email_taken", "There is an account with this address already.").ToHttp();
        }

        async Task<Results<NoContent, ProblemHttpResult>> PutAsync(NpgsqlTransaction tx)
        {
            var now = clock.GetUtcNow();
            var tokens = db.ForEmail(request.Token, now);
            var found = await tokens
                .SelectMany(t => db.Users.Where(u => u.Id == t.UserId), (t, u) => new { t.Email, User = u })
                .SingleOrDefaultAsync(f => f.Email != f.User.Email && f.User.DisabledAt == null, cancel);
            if (found is null || await tokens.ExecuteDeleteAsync(cancel) != 1)
                return EmailTokens.Dead.ToHttp();
            var user = found.User;
            await db.OneTimeTokens.Where(t => t.UserId == user.Id).ExecuteDeleteAsync(cancel);
            await notices.TellAsync(tx, user.Email, Notice.EmailChanged, cancel);
            user.ChangeEmail(found.Email!, now);
            var entry = AuditEntry.OfUser(AuditActions.EmailChanged, user.Id) with { ActorId = user.Id };
            await trail.RecordAsync(tx, entry, cancel);
            return TypedResults.NoContent();
        }
    }
}
