using Atelier.JobEngine.Batches;
using Atelier.JobEngine.Board;
using Atelier.JobEngine.Worker;
using Atelier.Testing.Database;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Atelier.JobEngine.Tests.Support;

/// <summary>
/// A node as the server would run it, with a handler given by the test; and on request others of the same kind beside it.
/// </summary>
public sealed class Engine : IAsyncDisposable
{
    public static readonly Guid Owner = Guid.Parse("01980000-0000-7000-8000-00000000aaaa");

    /// <summary>Somebody else than <see cref="Owner"/>, a different person for every number.</summary>
    public static Guid Other(int number) => new(number, 7, 7, 8, 0, 0, 0, 0, 0, 0, 0);

    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly IHost _host;
    private readonly IReadOnlyList<IHost> _others;

    private Engine(IHost host, IReadOnlyList<IHost> others) => (_host, _others) = (host, others);

    public JobClient Client => _host.Services.GetRequiredService<JobClient>();

    public JobBoard Board => _host.Services.GetRequiredService<JobBoard>();

    public JobBatches Batches => _host.Services.GetRequiredService<JobBatches>();

    public JobFeed Feed => _host.Services.GetRequiredService<JobFeed>();

    public NpgsqlDataSource Database => _host.Services.GetRequiredService<NpgsqlDataSource>();

    public static Task<TestDatabase> NewDatabaseAsync() =>
        TestDatabase.CreateAsync(
            "jobs",
            async address =>
            {
                await using var database = NpgsqlDataSource.Create(address);
                foreach (var (_, sql) in JobEngineMigrations.All)
                    await using (var command = database.CreateCommand(sql))
                        await command.ExecuteNonQueryAsync();
            }
        );

    public static async Task<Engine> StartAsync(
        TestDatabase database,
        Work work,
        Action<JobEngineOptions>? configure = null,
        Action<IServiceCollection>? also = null,
        int nodes = 1
    )
    {
        var host = await StartHostAsync(database, work, configure, also);
        var others = new List<IHost>();
        // Others that do not work would change nothing.
        while (others.Count + 1 < nodes && Options(host).Work)
            others.Add(await StartHostAsync(database, work, configure, also));
        return new Engine(host, others);
    }

    private static JobEngineOptions Options(IHost host) =>
        host.Services.GetRequiredService<IOptions<JobEngineOptions>>().Value;

    private static async Task<IHost> StartHostAsync(
        TestDatabase database,
        Work work,
        Action<JobEngineOptions>? configure,
        Action<IServiceCollection>? also
    )
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.SetMinimumLevel(LogLevel.Debug);
        builder.Services.AddSingleton(_ => NpgsqlDataSource.Create(database.ConnectionString)).AddSingleton(work);
        builder
            .Services.AddJobEngine(options =>
            {
                (options.Lease, options.Beat) = (TimeSpan.FromSeconds(3), TimeSpan.FromMilliseconds(300));
                (options.Sweep, options.Backoff) = (TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(20));
                configure?.Invoke(options);
            })
            .AddJobHandler<TestJob, TestHandler>();
        also?.Invoke(builder.Services);
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }

    public async Task<JobTicket> EnqueueAsync(string name = "job", Func<JobOptions, JobOptions>? change = null)
    {
        await using var connection = await Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var options = new JobOptions(Owner);
        var ticket = await Client.EnqueueAsync(transaction, new TestJob(name), change?.Invoke(options) ?? options);
        await transaction.CommitAsync();
        return ticket;
    }

    public async Task<IReadOnlyList<JobTicket>> EnqueueManyAsync(
        IEnumerable<JobItem<TestJob>> items,
        Func<JobOptions, JobOptions>? change = null
    )
    {
        await using var connection = await Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var options = new JobOptions(Owner);
        var all = change?.Invoke(options) ?? options;
        var tickets = await Client.EnqueueManyAsync<TestJob>(transaction, [.. items], all);
        await transaction.CommitAsync();
        return tickets;
    }

    /// <summary>Items named after their number.</summary>
    public static IEnumerable<JobItem<TestJob>> Items(int count, string name = "") =>
        Enumerable.Range(0, count).Select(i => new JobItem<TestJob>(new TestJob($"{name}{i}")));

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Waits, by the feed, until the job is in a final state.</summary>
    public Task<JobDetail> EndOfAsync(Guid id) =>
        UntilAsync(id, job => job.Job.State is JobState.Succeeded or JobState.Failed or JobState.Cancelled);

    /// <summary>Waits for what another process writes about itself, of which no event tells.</summary>
    public async Task UntilTrueAsync(string sql)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await ScalarAsync<bool>(sql))
            await Task.Delay(TimeSpan.FromMilliseconds(20), patience.Token);
    }

    public async Task<JobDetail> UntilAsync(Guid id, Func<JobDetail, bool> reached)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var feed = await InSpiteOfOutagesAsync(() => Feed.WatchAsync(patience.Token)); // before the first look
        while (true)
        {
            if (await InSpiteOfOutagesAsync(() => Client.GetAsync(id, patience.Token)) is { } job && reached(job))
                return job;
            while ((await feed.NextAsync(patience.Token)).JobId != id) { }
        }
    }

    // A test that breaks connections may break these.
    private static async Task<T> InSpiteOfOutagesAsync<T>(Func<Task<T>> ask)
    {
        while (true)
        {
            try
            {
                return await ask();
            }
            catch (NpgsqlException)
            {
                await Task.Yield();
            }
        }
    }

    public Task StopAsync() => Task.WhenAll(_others.Append(_host).Select(host => host.StopAsync()));

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        foreach (var host in _others.Append(_host))
            if (host is IAsyncDisposable disposable)
                await disposable.DisposeAsync();
            else
                host.Dispose();
    }
}
