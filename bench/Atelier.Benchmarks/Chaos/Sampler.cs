using Atelier.Benchmarks.Chaos.Writing;

namespace Atelier.Benchmarks.Chaos;

/// <summary>Looks at the queue several times a second: how long it is, and whether a limit is exceeded.</summary>
internal sealed class Sampler : IBacklog, IAsyncDisposable
{
    public const string UnfinishedSql = "select count(*) from jobs.job where state in (0, 1, 2, 6)";

    // Ready counts as well: a claim asks for nothing more.
    private const string Exceeded = """
        select string_agg(name || ' ' || taken || ' of ' || cap, ', ') from (
            select k.name, k.cap, count(*) as taken
            from jobs.job_key k join jobs.job j on k.id in (j.key_id, j.owner_key_id)
            where j.state in (1, 2) group by k.id having count(*) > k.cap) over_limit
        """;

    private readonly CancellationTokenSource _stop = new();
    private readonly ChaosDatabase _database;
    private readonly TimeProvider _time;
    private readonly Task _looking;

    public Sampler(ChaosDatabase database, TimeProvider time)
    {
        (_database, _time) = (database, time);
        _looking = LookAsync();
    }

    public int Unfinished { get; private set; }

    public int Samples { get; private set; }

    public int Overshoots { get; private set; }

    public string? Example { get; private set; }

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _looking;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
    }

    private async Task LookAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                Unfinished = (int)await _database.ScalarAsync<long>(UnfinishedSql);
                var exceeded = await _database.ScalarAsync<string>(Exceeded);
                Samples++;
                if (exceeded is not null)
                    (Overshoots, Example) = (Overshoots + 1, exceeded);
            }
            catch (Exception problem) when (Broken.Is(problem))
            {
                // The database is down: nothing runs.
            }
            await Task.Delay(TimeSpan.FromMilliseconds(150), _time, _stop.Token)
                .ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }
}
