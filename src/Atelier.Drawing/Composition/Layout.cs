using Atelier.Drawing.Backdrops;

namespace Atelier.Drawing.Composition;

/// <summary>Where one actor would best stand.</summary>
/// <param name="X">Share of the live width.</param>
/// <param name="Depth">0 at the back of the ground to 1 at the front.</param>
internal readonly record struct Slot(double X, double Depth);

/// <summary>A way to lay a page out, chosen so that neighbours differ.</summary>
internal sealed record Layout(string Template, bool Mirrored, Shot Shot, PanelEdge? Edge, IReadOnlyList<Slot> Slots)
{
    // Main actor first, on a third of the width; the others leave it room.
    private static readonly (string Name, Slot[] Slots)[][] Templates =
    [
        [("still", [new(0.36, 0.7)]), ("still-life", [new(0.6, 0.5)]), ("open", [new(0.3, 0.9)])],
        [
            ("third", [new(0.335, 0.8)]),
            ("third-deep", [new(0.35, 0.35)]),
            ("entering", [new(0.25, 0.9)]),
            ("middle", [new(0.46, 0.62)]),
        ],
        [
            ("two-thirds", [new(0.32, 0.75), new(0.68, 0.6)]),
            ("near-far", [new(0.34, 0.95), new(0.7, 0.2)]),
            ("pair-aside", [new(0.27, 0.65), new(0.52, 0.8)]),
            ("far-near", [new(0.36, 0.3), new(0.7, 0.85)]),
        ],
        [
            ("triangle", [new(0.36, 0.95), new(0.64, 0.35), new(0.86, 0.6)]),
            ("meeting", [new(0.3, 0.75), new(0.58, 0.4), new(0.8, 0.7)]),
            ("two-and-one", [new(0.66, 0.9), new(0.2, 0.4), new(0.42, 0.6)]),
            ("vee", [new(0.5, 0.95), new(0.2, 0.3), new(0.8, 0.35)]),
        ],
        [
            ("arc", [new(0.36, 0.95), new(0.14, 0.55), new(0.62, 0.75), new(0.86, 0.4)]),
            ("crowd", [new(0.62, 0.9), new(0.16, 0.7), new(0.4, 0.35), new(0.85, 0.5)]),
            ("parade", [new(0.3, 0.7), new(0.52, 0.6), new(0.72, 0.5), new(0.9, 0.4)]),
            ("circle", [new(0.34, 0.4), new(0.66, 0.35), new(0.2, 0.9), new(0.84, 0.95)]),
        ],
    ];

    private const int Remembered = 3; // pages back; there are always more ways than that

    /// <summary>What neighbours must not share: everything but the exact positions.</summary>
    public string Key =>
        $"{Template}.{(Mirrored ? "m" : "p")}.{Shot}.{(Edge is null ? "none" : Edge.ToString())}".ToLowerInvariant();

    /// <summary>The layout least like the recent ones; never the same as one of them while another is left.</summary>
    /// <param name="edges">The panel edges that are possible on this page.</param>
    /// <param name="recent">Signatures of the pages before, the latest last.</param>
    public static Layout Choose(
        int actors,
        Shot shot,
        IReadOnlyList<PanelEdge?> edges,
        IReadOnlyList<string> recent,
        Seed seed
    )
    {
        var past = recent.TakeLast(Remembered).Select(signature => signature.Split('.')).ToList();
        Layout? best = null;
        var bestCost = double.MaxValue;
        foreach (var (name, slots) in Templates[Math.Min(actors, Templates.Length - 1)])
        foreach (var edge in edges)
        foreach (var mirrored in (ReadOnlySpan<bool>)[false, true])
        {
            var layout = new Layout(name, mirrored, shot, edge, Mirror(Enough(slots, actors), mirrored));
            var cost = seed.Unit() + Likeness(layout.Key.Split('.'), past);
            if (cost < bestCost)
                (best, bestCost) = (layout, cost);
        }
        return best!;
    }

    private static double Likeness(string[] key, List<string[]> past)
    {
        var cost = 0.0;
        for (var i = 0; i < past.Count; i++)
        {
            var page = past[i];
            if (page.Length < 4)
                continue;
            if (key.AsSpan().SequenceEqual(page.AsSpan(0, 4)))
                cost += 100;
            // The page just before weighs most: another side, another arrangement, another edge.
            var weight = i == past.Count - 1 ? 1 : 0.35;
            cost += weight * ((page[0] == key[0] ? 1.4 : 0) + (page[1] == key[1] ? 0.7 : 0));
            cost += weight * (page[3] == key[3] ? 0.5 : 0);
        }
        return cost;
    }

    /// <summary>More than a template has places for: the rest stand evenly across the page.</summary>
    private static Slot[] Enough(Slot[] slots, int actors)
    {
        if (actors <= slots.Length)
            return slots;
        return
        [
            .. Enumerable
                .Range(0, actors)
                .Select(i => new Slot(
                    0.08 + 0.84 * ((i * 2 + 1) % actors) / Math.Max(1, actors - 1),
                    i % 3 * 0.35 + 0.2
                )),
        ];
    }

    private static Slot[] Mirror(Slot[] slots, bool mirrored) =>
        mirrored ? Array.ConvertAll(slots, s => s with { X = 1 - s.X }) : slots;
}
