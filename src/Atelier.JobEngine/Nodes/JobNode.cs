using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Atelier.JobEngine.Nodes;

/// <summary>The engine's part in this process: listens always, works when it is told to, drains when the host stops.</summary>
internal sealed class JobNode(
    NpgsqlDataSource database,
    IOptions<JobEngineOptions> options,
    HandlerCatalog handlers,
    Names names,
    Listener listener,
    Notices notices,
    JobFeed feed,
    NodeFacts facts,
    IServiceScopeFactory scopes,
    TimeProvider time,
    ILogger<JobNode> log
) : BackgroundService
{
    private const string Register = """
        insert into jobs.node (name, lanes, lease_until, slots, version, role)
        values ($1, $2, clock_timestamp() + $3, $4, $5, $6) returning id
        """;

    /// <summary>Waits, where the database is there, until kinds and lanes are known: before the first request.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Work)
            MakeRoomForHandlers();
        try
        {
            await names.RegisterAsync(cancellationToken);
        }
        catch (NpgsqlException problem)
        {
            log.LogWarning("The job engine starts without its database: {Problem}", problem.Message);
        }
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var stopped = new CancellationTokenSource(); // later than stopping: a draining node still tells and listens
        var progress = new ProgressWriter(database, notices, time);
        Task[] company =
        [
            QuietlyAsync(listener.RunAsync(stopped.Token)),
            QuietlyAsync(notices.RunAsync(stopped.Token)),
            QuietlyAsync(progress.RunAsync(stopped.Token)),
            QuietlyAsync(feed.RunAsync(options.Value.Poll, stopped.Token)),
        ];
        var execution = new Execution(handlers, scopes, options.Value, log);
        var silence = new Silence(database);
        var steps = new StepStore(database, silence, notices, time);
        var parts = new EngineParts(database, options.Value, time, notices, progress, steps, silence, execution, log);
        for (var failures = 1; !stoppingToken.IsCancellationRequested; failures++)
        {
            try
            {
                await TakePartAsync(parts, stoppingToken);
                failures = 0;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { }
            catch (Exception problem)
            {
                log.LogWarning("The job engine cannot take part yet: {Problem}", problem.Message);
                var wait = Backoff.After(
                    failures,
                    TimeSpan.FromMilliseconds(100),
                    TimeSpan.FromSeconds(3),
                    (ulong)failures
                );
                await QuietlyAsync(Task.Delay(wait, time, stoppingToken));
            }
        }
        await stopped.CancelAsync();
        await Task.WhenAll(company);
    }

    private async Task TakePartAsync(EngineParts parts, CancellationToken stopping)
    {
        var can = await names.RegisterAsync(stopping);
        var works = options.Value.Work;
        var session = new NodeSession(await RegisterAsync(stopping), parts, works ? can : Registered.Nothing);
        if (!works)
        {
            // Only there to be seen: it takes no job and looks after none.
            await session.RunAsync(stopping);
            return;
        }
        listener.Work += session.Wake;
        listener.Cancel += session.CancelRun;
        listener.Held += session.Promote;
        listener.Connected += session.WakeAll;
        listener.Represent(session.Id);
        log.LogInformation("Node {Node} works on {Lanes}.", session.Id, string.Join(", ", handlers.Lanes));
        try
        {
            await session.RunAsync(stopping);
        }
        finally
        {
            listener.Work -= session.Wake;
            listener.Cancel -= session.CancelRun;
            listener.Held -= session.Promote;
            listener.Connected -= session.WakeAll;
        }
    }

    private async Task<int> RegisterAsync(CancellationToken cancel)
    {
        string[] lanes = options.Value.Work ? [.. handlers.Lanes.Keys] : [];
        int[] slots = options.Value.Work ? [.. handlers.Lanes.Values] : [];
        await using var command = database.CreateCommand(Register);
        command.Parameters.Add(new() { Value = $"{Environment.MachineName}:{Environment.ProcessId}" });
        command.Parameters.Add(new() { Value = lanes });
        command.Parameters.Add(new() { Value = options.Value.Lease });
        command.Parameters.Add(new() { Value = slots });
        command.Parameters.Add(new() { Value = facts.Version });
        command.Parameters.Add(new() { Value = facts.Role });
        return (int)(await command.ExecuteScalarAsync(cancel))!;
    }

    // Handlers that compute without a pause occupy a thread each; beats and cancels must not queue behind them.
    private void MakeRoomForHandlers()
    {
        ThreadPool.GetMinThreads(out var threads, out var ports);
        ThreadPool.SetMinThreads(Math.Max(threads, Environment.ProcessorCount + handlers.Lanes.Values.Sum()), ports);
    }

    private static async Task QuietlyAsync(Task task)
    {
        try
        {
            await task;
        }
        catch (OperationCanceledException) { }
    }
}
