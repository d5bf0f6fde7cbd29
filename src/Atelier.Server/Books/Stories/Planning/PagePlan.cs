using Atelier.Books.Stories.Grammar;
using Atelier.Drawing;

namespace Atelier.Books.Stories.Planning;

/// <summary>Chooses which pages of a shape and its episodes are told, so that they come to the number asked for.</summary>
internal static class PagePlan
{
    internal sealed record Entry(PageSlot Slot, string Stage, string? Helper);

    public static IReadOnlyList<Entry> Choose(
        Passage shape,
        IReadOnlyList<Passage> episodes,
        IReadOnlyList<Passage> interludes,
        int pages,
        Seed seed
    )
    {
        var all = new List<Entry>();
        foreach (var slot in shape.Slots)
        {
            if (slot.Source.StartsWith("** ", StringComparison.Ordinal))
            {
                var n = slot.Source[3..];
                var episode = episodes[int.Parse(n, System.Globalization.CultureInfo.InvariantCulture) - 1];
                all.AddRange(episode.Slots.Select(s => new Entry(s, s.Stage == "here" ? "p" + n : s.Stage, "h" + n)));
            }
            else
                all.Add(new Entry(slot, slot.Stage == "here" ? "home" : slot.Stage, null));
        }
        var told = all.Where(e => e.Slot.Source != "++" && e.Slot.Priority == 1).ToHashSet();
        foreach (var priority in new[] { 2, 3 })
        foreach (
            var entry in Spread(all.Where(e => e.Slot.Source != "++" && e.Slot.Priority == priority).ToList(), seed)
        )
            if (told.Count < pages)
                told.Add(entry);
        var gaps = all.Where(e => e.Slot.Source == "++").Reverse().ToList(); // a long road is longest in the middle
        // Shuffled in blocks of eight, so that breaths of the book's own kind still come before those that fit anywhere.
        var fill = interludes
            .SelectMany(p => p.Slots.Take(1))
            .Select((slot, i) => (slot, Block: i / 8, Order: seed.For("interlude", i).Next()))
            .OrderBy(p => p.Block)
            .ThenBy(p => p.Order)
            .Select(p => p.slot)
            .ToList();
        var perGap = new Dictionary<Entry, List<PageSlot>>();
        for (var i = 0; told.Count + i < pages && gaps.Count > 0 && i < fill.Count; i++)
        {
            var gap = gaps[i % gaps.Count];
            (perGap.TryGetValue(gap, out var list) ? list : perGap[gap] = []).Add(fill[i]);
        }
        var plan = new List<Entry>();
        foreach (var entry in all)
            if (told.Contains(entry))
                plan.Add(entry);
            else if (perGap.TryGetValue(entry, out var slots))
                plan.AddRange(slots.Select(s => new Entry(s, entry.Stage, null)));
        // A very short book leaves out from the middle; it always opens and closes.
        while (plan.Count > pages)
            plan.RemoveAt(plan.Count / 2);
        return plan;
    }

    // Extra pages are taken from all over the book, not from its beginning first.
    private static IEnumerable<Entry> Spread(List<Entry> entries, Seed seed) =>
        entries.Select((e, i) => (e, seed.For("spread", i).Next())).OrderBy(p => p.Item2).Select(p => p.e);
}
