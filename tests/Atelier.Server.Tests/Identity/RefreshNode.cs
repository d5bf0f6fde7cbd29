using System.Data.Common;
using Atelier.Audit.Contracts;
using Atelier.Identity.Notices;
using Atelier.Identity.Sessions;
using Atelier.Identity.Tokens;
using Atelier.JobEngine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Atelier.Identity;

/// <summary>What of a studio a refresh needs, without the front door. A restarted one knows only the database and its keys.</summary>
internal sealed class RefreshNode(
    IDbContextFactory<IdentityDb> database,
    SigningKeys keys,
    JobClient jobs,
    TimeProvider clock
)
{
    private readonly SessionTokens _tokens = new(new JsonWebToken(keys, clock), Options.Create(new IdentityOptions()));

    /// <returns>The successor; null when refused.</returns>
    public async Task<string?> RefreshAsync(string token, CancellationToken cancel = default)
    {
        await using var db = await database.CreateDbContextAsync(CancellationToken.None);
        var refresh = new RefreshSession(
            db,
            _tokens,
            keys,
            new NoticeBoard(jobs, clock),
            new NoTrail(),
            clock,
            NullLogger<RefreshSession>.Instance
        );
        return (await refresh.RunAsync(token, cancel))?.RefreshToken;
    }

    /// <summary>What a studio does every five seconds.</summary>
    public void FollowKeys() => keys.Reload();

    public async Task EndAsync(Guid session)
    {
        await using var db = await database.CreateDbContextAsync(CancellationToken.None);
        var now = clock.GetUtcNow();
        await db
            .Sessions.Where(s => s.Id == session && s.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.RevokedAt, now));
    }

    private sealed class NoTrail : IAuditTrail
    {
        public Task RecordAsync(DbTransaction transaction, AuditEntry entry, CancellationToken cancel) =>
            Task.CompletedTask;

        public Task RecordAsync(AuditEntry entry, CancellationToken cancel) => Task.CompletedTask;
    }
}
