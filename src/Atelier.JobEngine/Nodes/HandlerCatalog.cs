using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Atelier.JobEngine.Nodes;

/// <summary>One kind, where it runs and how.</summary>
internal sealed record HandlerEntry(
    string Kind,
    string Lane,
    Func<IServiceProvider, string, JsonSerializerOptions, JobRun, CancellationToken, Task<object?>> Run
)
{
    public static HandlerEntry For<TPayload, THandler>(string lane)
        where TPayload : IJobPayload
        where THandler : class, IJobHandler<TPayload> =>
        new(
            TPayload.Kind,
            lane,
            (services, args, json, run, cancel) =>
            {
                TPayload payload;
                try
                {
                    payload = JsonSerializer.Deserialize<TPayload>(args, json) ?? throw new JsonException();
                }
                catch (JsonException)
                {
                    throw new JobFailure(
                        "job.payload_unreadable",
                        "This job was queued by another version of the studio and cannot be read by this one.",
                        retryable: false
                    );
                }
                return services.GetRequiredService<THandler>().RunAsync(payload, run, cancel);
            }
        );
}

/// <summary>Handlers by kind.</summary>
internal sealed class HandlerCatalog
{
    public const string DefaultLane = "default";

    private readonly Dictionary<string, HandlerEntry> _byKind = new(StringComparer.Ordinal);

    public HandlerCatalog(IEnumerable<HandlerEntry> entries, IOptions<JobEngineOptions> options)
    {
        foreach (var entry in entries)
            if (!_byKind.TryAdd(entry.Kind, entry))
                throw new InvalidOperationException($"Two handlers are registered for jobs of kind {entry.Kind}.");
        Lanes = _byKind
            .Values.Select(entry => entry.Lane)
            .Concat(options.Value.Lanes.Keys)
            .Append(DefaultLane)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToDictionary(
                lane => lane,
                lane => options.Value.Lanes.GetValueOrDefault(lane, options.Value.LaneConcurrency)
            );
    }

    /// <summary>Lanes this process works on, with how many jobs at a time.</summary>
    public IReadOnlyDictionary<string, int> Lanes { get; }

    public IReadOnlyCollection<string> Kinds => _byKind.Keys;

    public HandlerEntry? Find(string kind) => _byKind.GetValueOrDefault(kind);

    public string LaneOf(string kind) => Find(kind)?.Lane ?? DefaultLane;
}
