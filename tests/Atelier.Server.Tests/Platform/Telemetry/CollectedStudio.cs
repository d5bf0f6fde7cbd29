using System.Collections.Concurrent;
using Atelier.JobEngine;
using Atelier.Platform.Http;
using Atelier.Platform.Processes;
using Atelier.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Atelier.Platform.Telemetry;

internal sealed record CountPages : IJobPayload
{
    public static string Kind => "test.count_pages.v1";
}

internal sealed class CountPagesHandler(ILogger<CountPagesHandler> log) : IJobHandler<CountPages>
{
    public async Task<object?> RunAsync(CountPages payload, JobRun run, CancellationToken cancel)
    {
        log.LogError("Counting.");
        await run.StepAsync("count", stop => ChildProcess.RunAsync(new("qpdf", ["--version"]), stop));
        return null;
    }
}

/// <summary>A studio that sends what it measures to a collector beside it, and queues a job when it is asked to.</summary>
public sealed class CollectedStudio : StudioFactory, IAsyncLifetime
{
    private readonly ScopeKeeper _keeper = new();
    private Receiver? _collector;

    public Receiver Collector => _collector!;

    /// <summary>What the log lines of handlers carry beside their text.</summary>
    public IReadOnlyCollection<string> Scopes => _keeper.Scopes;

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        _collector = await Receiver.StartAsync();
        await InitializeAsync();
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeAsync();
        await Collector.DisposeAsync();
    }

    public async Task<Guid> EnqueueAsync(string? lane = null)
    {
        await using var connection = await Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var options = new JobOptions(Guid.Empty, Lane: lane);
        var jobs = Services.GetRequiredService<JobClient>();
        var ticket = await jobs.EnqueueAsync(transaction, new CountPages(), options);
        await transaction.CommitAsync();
        return ticket.PublicId;
    }

    protected override IEnumerable<string> Settings =>
        [
            .. base.Settings,
            $"--Atelier:Telemetry:OtlpEndpoint={Collector.Address}",
            "--Atelier:Telemetry:MetricsSeconds=1",
            "--Atelier:Telemetry:OtlpHeaders=x-tenant=studio",
        ];

    internal override void Adjust(WebApplicationBuilder builder)
    {
        builder.Services.AddJobHandler<CountPages, CountPagesHandler>("counting");
        builder.Logging.AddProvider(_keeper);
    }

    internal override void Extend(WebApplication app) =>
        app.MapPost("/test/count", async () => TypedResults.Ok(await EnqueueAsync())).WithMetadata(AccessRule.Open);

    private sealed class ScopeKeeper : ILoggerProvider, ISupportExternalScope, ILogger
    {
        private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

        public ConcurrentQueue<string> Scopes { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            var around = new List<string>();
            _scopes.ForEachScope((scope, all) => all.Add($"{scope}"), around);
            Scopes.Enqueue($"{formatter(state, exception)} {string.Join(' ', around)}");
        }

        public void Dispose() { }
    }
}
