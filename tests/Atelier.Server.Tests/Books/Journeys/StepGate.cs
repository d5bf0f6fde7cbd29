using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Atelier.Books.Journeys;

/// <summary>
/// Holds a job at the moment when the work of a step is done and its result is about to be stored. What it does lives
/// in the database and so outlasts the studio's death.
/// </summary>
internal sealed class StepGate(string connectionString) : IAsyncDisposable
{
    private const string Build = """
        create table if not exists public.gate (step text primary key);
        create or replace function public.wait_at_gate() returns trigger language plpgsql as $$
        begin
            while exists (select from public.gate where step = new.name) loop perform pg_sleep(0.02); end loop;
            return new;
        end $$;
        create or replace trigger gate before insert on jobs.job_step
            for each row execute function public.wait_at_gate();
        """;

    // Also in between two naps.
    private const string Storing = """
        from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and state = 'active'
            and query like '%insert into jobs.job_step%'
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // Not from the pool: the server behind it dies in these tests.
    private readonly NpgsqlDataSource _database = NpgsqlDataSource.Create(connectionString + ";Pooling=false");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The gate of the studio's own PostgreSQL.</summary>
    public static StepGate Of(string data)
    {
        var folder = Path.Combine(data, "postgres");
        var port = File.ReadAllLines(Path.Combine(folder, "data", "postmaster.pid"))[3];
        var password = File.ReadAllText(Path.Combine(folder, "password")).Trim();
        return new($"Host=127.0.0.1;Port={port};Username=atelier;Password={password};Database=atelier");
    }

    public async ValueTask DisposeAsync() => await _database.DisposeAsync();

    public Task CloseAsync(string step) =>
        DoAsync($"{Build} insert into public.gate values ('{step}') on conflict do nothing");

    public Task OpenAsync() => DoAsync("delete from public.gate");

    /// <summary>For a database that is being restarted.</summary>
    public async Task OpenOnceBackAsync()
    {
        var since = Stopwatch.GetTimestamp();
        while (true)
            try
            {
                await OpenAsync();
                return;
            }
            catch (NpgsqlException) when (Stopwatch.GetElapsedTime(since) < Patience)
            {
                await Task.Delay(50, Cancel); // another process: there is no signal to wait on
            }
    }

    /// <summary>Waits until the job stands at the gate.</summary>
    public Task ReachedAsync() =>
        CountAsync(1, "from pg_stat_activity where wait_event = 'PgSleep' and datname = current_database()");

    /// <summary>Ends what the killed studio asked of the database and had no answer to.</summary>
    public async Task AbandonAsync()
    {
        await DoAsync($"select pg_terminate_backend(pid) {Storing}");
        await CountAsync(0, Storing);
    }

    public async Task<bool> IsStoredAsync(string step)
    {
        await using var look = _database.CreateCommand(
            $"select exists (select from jobs.job_step where name = '{step}')"
        );
        return await look.ExecuteScalarAsync(Cancel) is true;
    }

    private async Task CountAsync(long wanted, string sessions)
    {
        var since = Stopwatch.GetTimestamp();
        while (await WaitingAsync(sessions) != wanted)
        {
            Assert.True(Stopwatch.GetElapsedTime(since) < Patience, "the step was not reached");
            await Task.Delay(20, Cancel); // another process's query: there is no signal to wait on
        }
    }

    private async Task<long> WaitingAsync(string sessions)
    {
        await using var count = _database.CreateCommand($"select count(*) {sessions}");
        return Convert.ToInt64(await count.ExecuteScalarAsync(Cancel), CultureInfo.InvariantCulture);
    }

    private async Task DoAsync(string sql)
    {
        await using var command = _database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
