using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Atelier.JobEngine;

/// <summary>How this process takes part. The defaults suit one machine and a cluster alike.</summary>
public sealed class JobEngineOptions
{
    public const string Section = "Atelier:Jobs";

    private const int MostSlots = 256;
    private const string Day = "1.00:00:00";

    /// <summary>False in a process that only queues, watches and cancels jobs.</summary>
    public bool Work { get; set; } = true;

    /// <summary>Jobs at a time in this process for each named lane, 0 to 256; 0 leaves its jobs to others.</summary>
    public Dictionary<string, int> Lanes { get; } = [];

    /// <summary>Jobs at a time in this process for each lane without a number of its own.</summary>
    [Range(1, MostSlots), DefaultValue("the number of processors")]
    public int LaneConcurrency { get; set; } = Math.Min(Environment.ProcessorCount, MostSlots);

    /// <summary>Where jobs end within milliseconds, a lane holds up to this many that it is about to begin; 0 for none.</summary>
    [Range(0, 1000)]
    public int ClaimAhead { get; set; }

    /// <summary>At most this many jobs of one owner at a time in a named lane, over all nodes; a lane not named has no limit.</summary>
    public Dictionary<string, int> OwnerLimits { get; } = [];

    /// <summary>An owner with this many jobs waiting in a lane cannot queue more there until some are done.</summary>
    [Range(1, 10_000_000)]
    public int MostQueuedPerOwner { get; set; } = 20_000;

    /// <summary>A job that waited this long moves up one priority, and one more for each further wait like it.</summary>
    [Range(typeof(TimeSpan), "0", Day, MinimumIsExclusive = true)]
    public TimeSpan Aging { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a silent node keeps its jobs before others take them. At least four beats.</summary>
    [Range(typeof(TimeSpan), "0", Day, MinimumIsExclusive = true)]
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>How often a node renews its lease and looks for cancelled jobs.</summary>
    [Range(typeof(TimeSpan), "0", Day, MinimumIsExclusive = true)]
    public TimeSpan Beat { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The slowest look for work, for when no wake-up arrives.</summary>
    [Range(typeof(TimeSpan), "0", Day, MinimumIsExclusive = true)]
    public TimeSpan Poll { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>The slowest look for jobs that are due or whose node died.</summary>
    [Range(typeof(TimeSpan), "0", Day, MinimumIsExclusive = true)]
    public TimeSpan Sweep { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a stopping process lets a running step finish before its token fires.</summary>
    [Range(typeof(TimeSpan), "0", Day)]
    public TimeSpan DrainGrace { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The wait after the first failure; it doubles with each further one, ±25 %.</summary>
    [Range(typeof(TimeSpan), "0", Day, MinimumIsExclusive = true)]
    public TimeSpan Backoff { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Waits do not grow beyond this. At least <see cref="Backoff"/>.</summary>
    [Range(typeof(TimeSpan), "0", Day, MinimumIsExclusive = true)]
    public TimeSpan LongestBackoff { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>A job that took its process down this often without finishing a step in between is given up.</summary>
    [Range(1, 100)]
    public int MaxCrashes { get; set; } = 3;

    /// <summary>Finished jobs and their history are deleted after this many days.</summary>
    [Range(1, 3650)]
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
