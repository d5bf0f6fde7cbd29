using Atelier.Books.Stories.Gate;
using Atelier.Books.Stories.Grammar;
using Atelier.Drawing;
using Atelier.Language;

namespace Atelier.Books.Stories.Telling;

/// <summary>
/// Chooses how each page is told before it is written: only ways whose sentences suit the band with this book's own
/// names and wish in them, and shorter ones where the whole book would grow too long.
/// </summary>
internal sealed class WayChoice
{
    private sealed record Way(PageTemplate Template, int Words, double Strain);

    private readonly Dictionary<int, Way> _chosen = [];

    public WayChoice(StoryOutline outline, StoryBank bank, Teller teller, Band band, double meanPlay, Seed seed)
    {
        var fitting = new Dictionary<int, List<Way>>();
        foreach (var beat in outline.Beats)
        {
            var all = bank.Slot(beat.Source).Ways;
            var first = seed.For("way", beat.Page).Below(all.Count);
            var ways = Enumerable
                .Range(0, all.Count)
                .Select(i => Weigh(all[(first + i) % all.Count], beat, teller, band, meanPlay))
                .OrderBy(IsTold) // several pages may share a pool of ways
                .ThenBy(w => w.Strain)
                .ToList();
            fitting[beat.Page] = [.. ways.Where(w => w.Strain <= ways[0].Strain)];
            _chosen[beat.Page] = fitting[beat.Page][0];
        }
        while (_chosen.Values.Sum(w => w.Words) > band.BookWordsMost)
        {
            var saving = fitting
                .Select(f => (f.Key, Shorter: f.Value.Where(w => !IsTold(w)).MinBy(w => w.Words) ?? _chosen[f.Key]))
                .OrderByDescending(p => _chosen[p.Key].Words - p.Shorter.Words)
                .ThenBy(p => p.Key)
                .First();
            if (saving.Shorter.Words >= _chosen[saving.Key].Words)
                break;
            _chosen[saving.Key] = saving.Shorter;
        }
    }

    private bool IsTold(Way way) => _chosen.Values.Any(c => ReferenceEquals(c.Template, way.Template));

    public PageTemplate Of(StoryBeat beat) => _chosen[beat.Page].Template;

    /// <summary>Words that the page must have, told with this book's own names.</summary>
    public int Needed(StoryBeat beat) => _chosen[beat.Page].Words;

    // A way that speaks of what is still looked for is the last resort, after any that is too long.
    private const double Spoilt = 1000;

    private static bool Spoils(PageTemplate way, string sought) =>
        sought.Length > 0
        && !way.Picture.Contains("{doneprop}", StringComparison.Ordinal)
        && way.Lines.Any(line => line.Text.Contains(sought, StringComparison.OrdinalIgnoreCase));

    // How far what must be said goes over the limits; nothing for a way that fits.
    private static Way Weigh(PageTemplate way, StoryBeat beat, Teller teller, Band band, double meanPlay)
    {
        var text = string.Join(
            ' ',
            way.Lines.Where(l => !l.Optional && l.Bands.Contains(band.Letter))
                .Select(l => teller.Tell(l.Text, "page" + beat.Page, beat.Stage, beat.Helper))
        );
        var sentences = Sentences.Split(text);
        var words = English.Words(text);
        var longest = sentences.Select(s => s.Words.Count).DefaultIfEmpty().Max();
        var mean = sentences.Count == 0 ? 0 : (double)words / sentences.Count;
        var strain =
            Math.Max(0, longest - band.SentenceMost)
            + Math.Max(0, words - band.PageWordsMost)
            + Math.Max(0, mean - (band.SentenceMeanMost * meanPlay))
            + (Spoils(way, teller.Sought) ? Spoilt : 0);
        return new Way(way, words, strain);
    }
}
