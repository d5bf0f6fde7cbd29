using Atelier.JobEngine.Nodes;
using Atelier.JobEngine.Tests.Support;
using Npgsql;

namespace Atelier.JobEngine.Tests;

/// <summary>After one connection did not answer in time, none of its age is used again.</summary>
public sealed class SilenceTests : EngineTest
{
    [Fact]
    public async Task After_a_statement_ran_out_of_time_kept_and_pooled_connections_are_new_ones()
    {
        await using var database = NpgsqlDataSource.Create(Database.ConnectionString);
        var silence = new Silence(database);
        var link = new LaneLink(database, silence, durable: true);
        var (kept, pooled) = ((await link.OpenAsync(Cancel)).ProcessID, await PooledAsync(database));
        await using (var slow = database.CreateCommand("select pg_sleep(600)"))
        {
            slow.CommandTimeout = 1;
            silence.Suspect(await Assert.ThrowsAsync<NpgsqlException>(() => slow.ExecuteNonQueryAsync(Cancel)));
        }
        Assert.DoesNotContain((await link.OpenAsync(Cancel)).ProcessID, new[] { kept, pooled });
        Assert.DoesNotContain(await PooledAsync(database), new[] { kept, pooled });
        await link.BreakAsync();
    }

    [Fact]
    public async Task After_any_other_error_they_stay()
    {
        await using var database = NpgsqlDataSource.Create(Database.ConnectionString);
        var silence = new Silence(database);
        var link = new LaneLink(database, silence, durable: true);
        var kept = (await link.OpenAsync(Cancel)).ProcessID;
        await using var wrong = database.CreateCommand("select 1 / 0");
        silence.Suspect(await Assert.ThrowsAsync<PostgresException>(() => wrong.ExecuteNonQueryAsync(Cancel)));
        Assert.Equal(kept, (await link.OpenAsync(Cancel)).ProcessID);
        await link.BreakAsync();
    }

    private static async Task<int> PooledAsync(NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync(Cancel);
        return connection.ProcessID;
    }
}
