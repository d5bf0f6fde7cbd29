using System.Globalization;

namespace Atelier.Benchmarks.Jobs;

/// <summary>What the command line asks for: <c>jobs [COUNT] [--rounds N] [--only name,name]</c>.</summary>
/// <param name="Measures">Of <see cref="AllMeasures"/>.</param>
/// <param name="Engines">By <see cref="EngineSpec.Key"/>; empty for all.</param>
internal sealed record JobsPlan(int Count, int Rounds, IReadOnlySet<string> Measures, IReadOnlySet<string> Engines)
{
    private static readonly string[] AllMeasures = ["add", "drain", "pickup", "history", "queue", "snapshot", "nodes"];

    /// <summary>Whether any of these is asked for.</summary>
    public bool Has(params string[] measures) => measures.Any(Measures.Contains);

    public bool Has(EngineSpec engine) => Engines.Count == 0 || Engines.Contains(engine.Key);

    public static JobsPlan Parse(string[] arguments)
    {
        var (count, rounds) = (10_000, 3);
        string[] only = [];
        for (var i = 0; i < arguments.Length; i++)
            switch (arguments[i])
            {
                case "--rounds":
                    rounds = Number(arguments[++i]);
                    break;
                case "--only":
                    only = arguments[++i].Split(',');
                    break;
                default:
                    count = Number(arguments[i]);
                    break;
            }
        var measures = only.Intersect(AllMeasures).ToHashSet();
        return new JobsPlan(
            count,
            rounds,
            measures.Count > 0 ? measures : AllMeasures.ToHashSet(),
            only.Except(AllMeasures).ToHashSet()
        );
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
