using Atelier.Language.Manuscripts;

namespace Atelier.Benchmarks.Language;

/// <summary>Finds an excerpt's quotations in the whole novel, by the letters that both have.</summary>
internal static class Alignment
{
    private const int Probe = 40;

    public static IReadOnlyList<GoldQuote> Find(Excerpt excerpt, string novel)
    {
        var (letters, places) = Letters(novel);
        var (wanted, wantedPlaces) = Letters(excerpt.Text);
        var found = new List<GoldQuote>();
        var from = 0;
        foreach (var quote in excerpt.Quotes)
        {
            var start = Lower(wantedPlaces, quote.Span.Start);
            var end = Lower(wantedPlaces, quote.Span.End);
            if (end <= start)
                continue;
            var probe = wanted.AsSpan(start, Math.Min(Math.Max(Probe, end - start), wanted.Length - start));
            var at = letters.AsSpan(from).IndexOf(probe[..Math.Min(Probe, probe.Length)]);
            if (at < 0)
                continue;
            at += from;
            var last = Math.Min(at + end - start - 1, places.Length - 1);
            found.Add(new(new(places[at], places[last] + 1), quote.Speaker));
            from = at;
        }
        return found;
    }

    private static (string Letters, int[] Places) Letters(string text)
    {
        var places = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i++)
            if (char.IsLetter(text[i]))
                places.Add(i);
        return (
            string.Create(
                places.Count,
                (text, places),
                (span, all) =>
                {
                    for (var i = 0; i < span.Length; i++)
                        span[i] = char.ToLowerInvariant(all.text[all.places[i]]);
                }
            ),
            [.. places]
        );
    }

    private static int Lower(int[] places, int offset)
    {
        var at = Array.BinarySearch(places, offset);
        return at >= 0 ? at : ~at;
    }
}
