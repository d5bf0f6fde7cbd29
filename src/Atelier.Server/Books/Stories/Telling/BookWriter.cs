using Atelier.Books.Stories.Gate;
using Atelier.Books.Stories.Grammar;
using Atelier.Books.Stories.Picturing;
using Atelier.Drawing;
using Atelier.Language;

namespace Atelier.Books.Stories.Telling;

/// <summary>Writes an outline page by page; a page the gate refuses is told another way, then made simpler.</summary>
internal sealed class BookWriter
{
    // First only sentences that nothing hangs on; when there are none left, any between first and last.
    private static readonly bool[] Strictness = [false, true];

    // Words on a page of the oldest band that needs no more; and one page in three may have a storyteller's word, since
    // the same few words in every book would make all books alike.
    private const int Full = 70;
    private const int AsideEvery = 3;

    // Pages that introduce the hero, the wish and the friend: nothing has happened yet that one could dwell on.
    private const int Opening = 4;

    private readonly StoryOutline _outline;
    private readonly LanguagePack _language;
    private readonly Teller _teller;
    private readonly Band _band;
    private readonly ReadingGate _gate;
    private readonly Seed _seed;
    private readonly PictureSpec _pictures;
    private readonly WayChoice _ways;
    private readonly HashSet<string> _said = new(StringComparer.OrdinalIgnoreCase);

    public BookWriter(StoryOutline outline, Vocabulary vocabulary, StoryBank bank, LanguagePack language)
    {
        (_outline, _language) = (outline, language);
        _teller = new Teller(outline, vocabulary, bank);
        _band = Band.Of(outline.Band);
        _gate = new ReadingGate(_band, language, Given(outline));
        _seed = new Seed(outline.WriteSeed);
        _ways = new WayChoice(
            outline,
            bank,
            new Teller(outline, vocabulary, bank),
            _band,
            ReadingGate.PageMeanPlay,
            _seed
        );
        _pictures = new PictureSpec(outline, _teller, vocabulary, _seed.For("pictures"));
    }

    public StoryResult Write()
    {
        var pages = new List<ManuscriptPage>();
        var verdicts = new List<PageVerdict>();
        var (first, rewrites, used) = (0, 0, 0);
        foreach (var beat in _outline.Beats)
        {
            var way = _ways.Of(beat);
            var room = Room(beat, used);
            var text = Compose(way, beat, room);
            var verdict = _gate.Page(beat.Page, text);
            first += verdict.Passed ? 1 : 0;
            if (!verdict.Passed)
                (text, verdict) = Rewrite(text, verdict, room);
            rewrites += verdict.Rewrites;
            foreach (var sentence in Split(text))
                _said.Add(sentence);
            used += verdict.Report.Words;
            var scene = _pictures.Draw(way.Picture, beat);
            var place = _teller.PlaceAt(PictureSpec.StageOf(way.Picture, beat));
            pages.Add(new ManuscriptPage(beat.Page, text, scene, AltText.Describe(scene, place, _outline.Cast)));
            verdicts.Add(verdict);
        }
        rewrites += Tighten(pages, verdicts);
        var cast = _outline
            .Cast.Where(p => pages.Any(page => page.Picture.Actors.Any(a => a.CharacterId == p.Id)))
            .Select(p => new CharacterBrief(p.Id, p.Name, p.Kind))
            .ToList();
        var book = new Manuscript(_outline.Title, cast, pages, _outline.Refrain, _outline.Blurb, _outline.Writer);
        return new StoryResult(
            book,
            verdicts,
            _gate.Book([.. pages.Select(p => p.Text)]),
            first,
            rewrites,
            _outline.Notes
        );
    }

    /// <summary>Words this page may have: what it must say, and its share of what the pages after it leave over.</summary>
    private int Room(StoryBeat beat, int used)
    {
        var needed = _outline.Beats.Skip(beat.Page).Sum(_ways.Needed);
        var spare = _band.BookWordsMost - used - needed - _ways.Needed(beat);
        var share = Math.Max(0, 3 * spare / (_outline.Beats.Count - beat.Page + 1));
        return Math.Min(_band.PageWordsMost, _ways.Needed(beat) + share);
    }

    /// <summary>Takes single sentences out of the fullest pages until the book is no longer than its readers can sit.</summary>
    private int Tighten(List<ManuscriptPage> pages, List<PageVerdict> verdicts)
    {
        var taken = 0;
        while (verdicts.Sum(v => v.Report.Words) > _band.BookWordsMost)
        {
            var fullest = Strictness
                .SelectMany(any =>
                    pages
                        .Select(
                            (page, i) =>
                                (
                                    i,
                                    Text: PageRewriter.WithoutAMiddle(page.Text, _outline.Refrain, any),
                                    verdicts[i].Report.Words
                                )
                        )
                        .Where(p => p.Text is not null)
                        .OrderByDescending(p => p.Words)
                        .Take(1)
                )
                .FirstOrDefault();
            if (fullest.Text is null)
                return taken;
            pages[fullest.i] = pages[fullest.i] with { Text = fullest.Text };
            verdicts[fullest.i] = _gate.Page(fullest.i + 1, fullest.Text, verdicts[fullest.i].Rewrites + 1);
            taken++;
        }
        return taken;
    }

    // What must be said comes first in the count; what may be left out fills the room that remains.
    private string Compose(PageTemplate way, StoryBeat beat, int room)
    {
        var lines = way.Lines.Where(l => l.Bands.Contains(_band.Letter)).ToList();
        var told = new string?[lines.Count];
        var words = 0;
        foreach (var optional in new[] { false, true })
            for (var i = 0; i < lines.Count; i++)
            {
                if (lines[i].Optional != optional)
                    continue;
                var text = Fresh(
                    _teller.Tell(lines[i].Text, "page" + beat.Page, PictureSpec.StageOf(way.Picture, beat), beat.Helper)
                );
                var count = English.Words(text);
                if (
                    count == 0
                    || (
                        optional
                        && (words + count > room || Sentences.Split(text).Any(s => s.Words.Count > _band.SentenceMost))
                    )
                )
                    continue;
                told[i] = text;
                words += count;
            }
        var page = "";
        var paragraph = ""; // what stands in the paragraph so far
        for (var i = 0; i < lines.Count; i++)
        {
            if (told[i] is not { } text)
                continue;
            var breaks = page.Length > 0 && BreaksParagraph(lines[i], text, paragraph);
            page +=
                (
                    page.Length == 0 ? ""
                    : breaks ? "\n"
                    : " "
                ) + text;
            paragraph = breaks ? text : paragraph + " " + text;
        }
        if (words < Full && Aside(way, beat, page) is { Length: > 0 } aside && words + English.Words(aside) <= room)
            page += "\n" + aside;
        return _teller.Settle(page);
    }

    // Readers of eight and more like a storyteller who takes a breath; a page that ends on a question must not be answered.
    private string Aside(PageTemplate way, StoryBeat beat, string page)
    {
        if (
            _band.Letter != 'e'
            || beat.Page <= Opening
            || (beat.Page + _seed.For("aside").Below(AsideEvery)) % AsideEvery != 0
            || page.EndsWith('?')
            || page.EndsWith("...", StringComparison.Ordinal)
        )
            return "";
        var cues = way.Picture.Split('|') is { Length: > 1 } parts ? parts[1].Split(';') : [];
        var mood =
            cues.FirstOrDefault(cue => cue.Trim().StartsWith("hero ", StringComparison.Ordinal))?.Split(' ') ?? [];
        var felt = mood.FirstOrDefault(word => Enum.TryParse<Mood>(word, true, out _));
        return felt is null
            ? ""
            : Fresh(
                _teller.Tell(
                    $"{{aside {felt}}}",
                    "page" + beat.Page,
                    PictureSpec.StageOf(way.Picture, beat),
                    beat.Helper
                )
            );
    }

    // Little ones get one block of words; older readers a new paragraph for a new speaker or a new thought.
    private bool BreaksParagraph(TemplateLine line, string text, string paragraph) =>
        _band.Letter switch
        {
            < 'c' => false,
            'c' => line.NewParagraph,
            _ => line.NewParagraph
                || (text.StartsWith('"') && paragraph.Contains('"', StringComparison.Ordinal))
                || (line.Bands == "e" && English.Words(paragraph) > 28),
        };

    /// <summary>Drops sentences the book has had before; only the refrain may return.</summary>
    private string Fresh(string text)
    {
        if (
            text.Length == 0
            || text.Contains(_outline.Refrain, StringComparison.Ordinal) && _outline.Refrain.Length > 0
        )
            return text;
        var sentences = Split(text);
        var fresh = sentences.Where(s => !_said.Contains(s)).ToList();
        return fresh.Count == sentences.Count ? text : string.Join(' ', fresh);
    }

    private static List<string> Split(string text) =>
        [
            .. Sentences
                .Split(text)
                .Select(s => text.Substring(s.Start, Math.Min(s.Length, text.Length - s.Start)).Trim()),
        ];

    private (string Text, PageVerdict Verdict) Rewrite(string text, PageVerdict verdict, int room)
    {
        var best = (text, verdict);
        var tries = 0;
        foreach (
            var simpler in new Func<string, string>[]
            {
                t => PageRewriter.SplitLongSentences(t, _band.SentenceMost),
                t => PageRewriter.SplitLongSentences(t, _band.SentenceMost, anywhere: true),
                t => PageRewriter.SplitLongSentences(t, (int)_band.SentenceMeanMost),
                t => PageRewriter.Shorten(t, _band.PageWordsMost, _outline.Refrain),
                t =>
                    verdict.Report.OffListShare > _band.OffListMost
                        ? PageRewriter.DropHardest(t, verdict.Report.OffListWords, _outline.Refrain)
                        : t,
            }
        )
        {
            text = simpler(text);
            verdict = _gate.Page(verdict.Page, text, ++tries);
            if (verdict.Failures.Count < best.verdict.Failures.Count)
                best = (text, verdict);
            if (verdict.Passed)
                break;
        }
        return best;
    }

    private static List<string> Given(StoryOutline outline) =>
        [
            .. outline.Cast.Select(p => p.Name),
            .. outline.Cast.Where(p => p.Role is "hero" or "pal").Select(p => p.Kind),
            outline.Facts["plain"],
        ];
}
