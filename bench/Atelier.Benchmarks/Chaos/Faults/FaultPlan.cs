namespace Atelier.Benchmarks.Chaos.Faults;

/// <summary>What breaks when. The same seed gives the same plan; which statement it hits is up to the machine.</summary>
internal static class FaultPlan
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(3);

    private static readonly (FaultKind Kind, int Weight, double Shortest, double Longest)[] Kinds =
    [
        (FaultKind.Kill, 20, 0.1, 2),
        (FaultKind.Stop, 6, 20, 20),
        (FaultKind.ShortFreeze, 8, 0.3, 4),
        (FaultKind.LongFreeze, 10, 11, 16),
        (FaultKind.RestartDatabase, 8, 0, 0),
        (FaultKind.EndSessions, 10, 0, 0),
        (FaultKind.SilentListener, 6, 10, 20),
        (FaultKind.SilentConnections, 10, 10, 30),
        (FaultKind.Partition, 10, 1, 16),
        (FaultKind.LostAnswers, 12, 1, 3),
        (FaultKind.LostAnswersOfWriters, 10, 1, 3),
        (FaultKind.PauseLane, 4, 1, 4),
        (FaultKind.DrainLane, 4, 1, 4),
    ];

    public static IReadOnlyList<Fault> Draw(int seed, TimeSpan length, int nodes)
    {
        var random = new Random(seed);
        var faults = new List<Fault>();
        var hitUntil = new TimeSpan[nodes];
        for (var at = Quiet; at < length; at += TimeSpan.FromSeconds(2 + 3 * random.NextDouble()))
        {
            var (kind, _, shortest, longest) = Pick(random);
            var lasts = TimeSpan.FromSeconds(shortest + (longest - shortest) * random.NextDouble());
            var dice = random.Next();
            var free = Enumerable.Range(0, nodes).Where(node => hitUntil[node] <= at).ToList();
            if (!HitsNode(kind))
                faults.Add(new Fault(at, kind, -1, lasts, dice));
            else if (free.Count > 1) // somebody has to be there to take over
            {
                var node = free[dice % free.Count];
                hitUntil[node] = at + lasts + Quiet;
                faults.Add(new Fault(at, kind, node, lasts, dice));
            }
        }
        return faults;
    }

    private static bool HitsNode(FaultKind kind) =>
        kind
            is not (
                FaultKind.RestartDatabase
                or FaultKind.EndSessions
                or FaultKind.LostAnswersOfWriters
                or FaultKind.PauseLane
                or FaultKind.DrainLane
            );

    private static (FaultKind Kind, int Weight, double Shortest, double Longest) Pick(Random random)
    {
        var left = random.Next(Kinds.Sum(kind => kind.Weight));
        return Kinds.First(kind => (left -= kind.Weight) < 0);
    }
}
