using System.ComponentModel.DataAnnotations;
using Atelier.Audit.Contracts;
using Atelier.Identity.Contracts;
using Atelier.Identity.Notices;
using Atelier.Platform.Database;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Atelier.Identity.Keys;

/// <param name="Scopes">Of the caller's own.</param>
/// <param name="ExpiresAt">A year from now at most; 90 days when left out.</param>
public sealed record CreateApiKeyRequest(
    [property: Required, StringLength(80), RegularExpression(@".*\S.*", ErrorMessage = "The name must not be blank.")]
        string Name,
    [property: Required, MinLength(1), MaxLength(50)] IReadOnlyList<string> Scopes,
    DateTimeOffset? ExpiresAt = null
);

/// <param name="Key">Shown here and never again.</param>
internal sealed record NewApiKeyView(
    Guid Id,
    string Name,
    IReadOnlyList<string> Scopes,
    string Key,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt
);

/// <summary>Makes a key for the caller's programs.</summary>
internal static class CreateApiKey
{
    public const int MostKeys = 50;
    private const int DaysUnasked = 90;

    public static async Task<Results<Created<NewApiKeyView>, ProblemHttpResult>> Post(
        CreateApiKeyRequest request,
        CurrentUser caller,
        IdentityDb db,
        NoticeBoard notices,
        IAuditTrail trail,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        var now = clock.GetUtcNow();
        var expires = request.ExpiresAt?.ToUniversalTime() ?? now.AddDays(DaysUnasked);
        if (expires <= now || expires > now.AddYears(1))
            return Problem.Invalid("expiresAt", "A key lives for a year at most.").ToHttp();
        if (request.Scopes.FirstOrDefault(scope => !caller.Has(scope)) is { } foreign)
            return Problem.Invalid("scopes", $"'{foreign}' is not among your own scopes.").ToHttp();

        var text = ApiKey.NewText();
        var key = ApiKey.Issue(text, caller.Id, request.Name.Trim(), request.Scopes.Distinct(), now, expires);
        var isStored = await db.InTransactionAsync(tx => StoreAsync(tx, key), cancel);
        return isStored
            ? TypedResults.Created(
                "/api/v1/auth/keys",
                new NewApiKeyView(key.Id, key.Name, key.Scopes, text, key.CreatedAt, key.ExpiresAt)
            )
            : Problem.Conflict("too_many_keys", $"A person can have {MostKeys} keys: revoke one first.").ToHttp();

        async Task<bool> StoreAsync(NpgsqlTransaction tx, ApiKey key)
        {
            // Locked, so that many at once cannot go over the limit.
            var owner = await db
                .Users.FromSql($"select * from identity.\"user\" where id = {key.UserId} for update")
                .SingleAsync(cancel);
            if (await db.ApiKeys.CountAsync(k => k.UserId == owner.Id, cancel) >= MostKeys)
                return false;
            db.ApiKeys.Add(key);
            var entry = new AuditEntry(AuditActions.KeyCreated, SubjectKind: "key", SubjectId: key.Id);
            await trail.RecordAsync(tx, entry, cancel);
            await notices.TellAsync(tx, owner.Email, Notice.KeyCreated(key.Name), cancel);
            return true;
        }
    }
}
