using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Atelier.JobEngine;

/// <summary>How this process takes part. The defaults suit one machine and a cluster alike.</summary>
public sealed class JobEngineOptions
{
    /// <summary>False in a process that only queues, watches and cancels jobs.</summary>
    public bool Work { get; set; } = true;

    /// <summary>Jobs at a time in this process for each named lane; lanes not named here get <see cref="LaneConcurrency"/>.</summary>
    public Dictionary<string, int> Lanes { get; } = [];

    public int LaneConcurrency { get; set; } = 2;

    /// <summary>How long a silent node keeps its jobs before others take them.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often a node renews its lease and looks for cancelled jobs.</summary>
    public TimeSpan Beat { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The slowest look for work, for when no wake-up arrives.</summary>
    public TimeSpan Poll { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>The slowest look for jobs that are due or whose node died.</summary>
    public TimeSpan Sweep { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a stopping process lets a running step finish before its token fires.</summary>
    public TimeSpan DrainGrace { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The wait after the first failure; it doubles with each further one, ±25 %.</summary>
    public TimeSpan Backoff { get; set; } = TimeSpan.FromSeconds(1);

    public TimeSpan LongestBackoff { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>A job that took its process down this often without finishing a step in between is given up.</summary>
    public int MaxCrashes { get; set; } = 3;

    /// <summary>Finished jobs and their history are deleted after this many days.</summary>
    public int KeepFinishedDays { get; set; } = 14;

    /// <summary>For payloads, step results and results. Shapes must stay readable as long as jobs are kept.</summary>
    public JsonSerializerOptions Json { get; } =
        new(JsonSerializerDefaults.Web)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            AllowOutOfOrderMetadataProperties = true,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        };
}
