using System.Net;
using Atelier.Audit.Contracts;
using Atelier.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Atelier.Audit;

/// <summary>In a studio of its own, since it is tampered with.</summary>
public sealed class AuditChainTests(StudioFactory studio) : IClassFixture<StudioFactory>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("update audit.entry set outcome = 'ok'")]
    [InlineData("delete from audit.entry")]
    [InlineData("truncate audit.entry")]
    [InlineData("update audit.seal set hash = ''")]
    [InlineData("delete from audit.seal")]
    [InlineData("truncate audit.seal")]
    public async Task G03_the_studios_own_account_cannot_change_the_trail(string sql)
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(sql));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Theory]
    [InlineData("update audit.entry set actor_id = gen_random_uuid() where id = $1", "was changed")]
    [InlineData("update audit.entry set at = at - interval '1 hour' where id = $1", "was changed")]
    [InlineData("update audit.entry set details = '{\"n\": 3}' where id = $1", "was changed")]
    [InlineData("delete from audit.entry where id = $1", "was removed")]
    [InlineData("delete from audit.seal where entry_id = $1", "missing")]
    [InlineData("delete from audit.entry where id >= $1", "was removed")]
    [InlineData(
        "with e as (delete from audit.entry where id >= $1) delete from audit.seal where entry_id >= $1",
        "its end is gone"
    )]
    [InlineData(
        "insert into audit.entry (at, action, outcome, subject_id) select at, 'login', 'ok', null from audit.entry where id = $1",
        "past the trail"
    )]
    public async Task G03_an_edited_removed_or_smuggled_entry_breaks_the_chain(string tampering, string finding)
    {
        var check = studio.Services.GetRequiredService<AuditCheck>();
        await FillAsync();
        await SealAllAsync();
        Assert.True((await check.RunAsync(Cancel)) is { Intact: true, Sealed: > 4 });
        await ExecuteAsync(
            "create schema kept; create table kept.entry as table audit.entry; create table kept.seal as table audit.seal"
        );
        try
        {
            await OpenlyAsync(tampering, await ScalarAsync("select max(id) - 2 from audit.entry"));

            var verdict = await check.RunAsync(Cancel);

            Assert.False(verdict.Intact);
            Assert.Contains(finding, verdict.Broken, StringComparison.Ordinal);
        }
        finally
        {
            await OpenlyAsync(
                "delete from audit.entry; delete from audit.seal; "
                    + "insert into audit.entry overriding system value select * from kept.entry; "
                    + "insert into audit.seal select * from kept.seal; drop schema kept cascade"
            );
        }
        Assert.True((await check.RunAsync(Cancel)).Intact);
    }

    [Fact]
    public async Task Entries_written_and_sealed_at_once_form_one_chain()
    {
        var sealer = studio.Services.GetRequiredService<AuditSealer>();
        var writers = Enumerable.Range(0, 40).Select(_ => FillAsync());
        var sealers = Enumerable.Range(0, 8).Select(_ => sealer.SealAsync(Cancel));

        await Task.WhenAll([.. writers, .. sealers]);
        await SealAllAsync();

        var admin = await studio.RegisterAsync("admin");
        var verdict = (await admin.GetAsync("admin/audit/check")).Expect(HttpStatusCode.OK);
        Assert.True(verdict["intact"]!.GetValue<bool>());
        Assert.Equal(await ScalarAsync("select count(*) from audit.entry"), verdict["sealed"]!.GetValue<long>());
    }

    [Fact]
    public async Task What_a_transaction_takes_back_was_never_recorded()
    {
        var trail = studio.Services.GetRequiredService<IAuditTrail>();
        var person = Guid.CreateVersion7(studio.Clock.GetUtcNow());
        await using var connection = await studio.Database.OpenConnectionAsync(Cancel);
        await using (var transaction = await connection.BeginTransactionAsync(Cancel))
            await trail.RecordAsync(transaction, AuditEntry.OfUser(AuditActions.Deleted, person), Cancel);

        Assert.Equal(0, await ScalarAsync($"select count(*) from audit.entry where subject_id = '{person}'"));
    }

    private async Task FillAsync()
    {
        var trail = studio.Services.GetRequiredService<IAuditTrail>();
        for (var n = 0; n < 5; n++)
            await trail.RecordAsync(
                AuditEntry.OfUser(
                    AuditActions.Login,
                    Guid.CreateVersion7(studio.Clock.GetUtcNow()),
                    new { n, text = "ünï" }
                ),
                Cancel
            );
    }

    private async Task SealAllAsync()
    {
        var sealer = studio.Services.GetRequiredService<AuditSealer>();
        while (await ScalarAsync("select count(*) from audit.unsealed") > 0)
            await sealer.SealAsync(Cancel);
    }

    /// <summary>As somebody who has the database's own account and does not stop at a trigger.</summary>
    private async Task OpenlyAsync(string sql, long? id = null)
    {
        await ExecuteAsync("alter table audit.entry disable trigger user; alter table audit.seal disable trigger user");
        await using (var tamper = studio.Database.CreateCommand(sql))
        {
            if (id is { } at)
                tamper.Parameters.Add(new() { Value = at });
            await tamper.ExecuteNonQueryAsync(Cancel);
        }
        await ExecuteAsync("alter table audit.entry enable trigger user; alter table audit.seal enable trigger user");
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = studio.Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancel);
    }

    private async Task<long> ScalarAsync(string sql)
    {
        await using var command = studio.Database.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync(Cancel))!;
    }
}
