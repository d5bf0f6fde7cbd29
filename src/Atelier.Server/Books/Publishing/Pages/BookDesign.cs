using System.Globalization;
using Atelier.Books.Publishing.Print;
using Atelier.Drawing;
using Atelier.Drawing.Typesetting;

namespace Atelier.Books.Publishing.Pages;

/// <summary>
/// Everything about how one book looks that does not depend on its pictures: geometry, faces, colours, words around the
/// story. Pure once the faces are read; the same brief, manuscript and seed give the same design.
/// </summary>
internal sealed class BookDesign
{
    private readonly TrimSize _trim;
    private readonly int _pages;
    private readonly string _ageBand;

    /// <exception cref="ArgumentException">The brief's trim is unknown, or its pages and the manuscript's do not agree.</exception>
    public BookDesign(BookBrief brief, Manuscript manuscript, Seed seed, PrinterProfile printer, FontShelf fonts)
    {
        _trim = printer.Trim(brief.Trim) ?? throw new ArgumentException($"Unknown trim {brief.Trim}.", nameof(brief));
        if (manuscript.Pages.Count != BookPlan.StoryPageCount(brief.Pages))
            throw new ArgumentException(
                $"A book of {brief.Pages} pages has {BookPlan.StoryPageCount(brief.Pages)} story pages, not {manuscript.Pages.Count}.",
                nameof(manuscript)
            );
        (Manuscript, _pages, _ageBand, Printer, Fonts, Seed) = (
            manuscript,
            brief.Pages,
            brief.AgeBand,
            printer,
            fonts,
            seed
        );
        Colours = BookColours.For(brief.Palette, seed);
        Type = AgeType.For(brief.AgeBand);
        Plan = BookPlan.Of(brief.Pages);

        var notes = new List<string>();
        Title = Legible(manuscript.Title, "title") ?? "A Story";
        Author = Legible(brief.Author, "author's name");
        Dedication = Legible(brief.Dedication, "dedication");
        Refrain = Legible(manuscript.Refrain, "refrain") is { } refrain ? Punctuation.Curl(refrain) : null;
        Blurb = Punctuation.Curl(Legible(manuscript.Blurb, "blurb") ?? "");
        foreach (var page in manuscript.Pages)
            Legible(page.Text, string.Create(CultureInfo.InvariantCulture, $"words of story page {page.Number}"));
        Notes = notes;

        string? Legible(string? text, string where)
        {
            if (string.IsNullOrWhiteSpace(text))
                return null;
            var legible = Drawing.Typesetting.Legible.Clean(text, fonts.Body(text));
            if (legible.LeftOut.Count > 0)
                notes.Add($"The {where} lost what no installed font can draw: {string.Join(' ', legible.LeftOut)}");
            var kept = legible.Text.Trim();
            return kept.Length == 0 ? null : Punctuation.CurlApostrophes(kept);
        }
    }

    public Manuscript Manuscript { get; }
    public PrinterProfile Printer { get; }
    public FontShelf Fonts { get; }
    public Seed Seed { get; }
    public BookColours Colours { get; }
    public AgeType Type { get; }
    public IReadOnlyList<PlannedPage> Plan { get; }
    public string Title { get; }
    public string? Author { get; }
    public string? Dedication { get; }
    public string? Refrain { get; }
    public string Blurb { get; }

    /// <summary>What a person should know, for example characters that could not be printed.</summary>
    public IReadOnlyList<string> Notes { get; }

    public string Ages => _ageBand.Replace('-', '–');

    public string Writer => Manuscript.Writer;

    public bool IsWrittenByModel => !Writer.StartsWith("builtin", StringComparison.Ordinal);

    public IReadOnlyList<string> CastNames => [.. Manuscript.Cast.Select(character => character.Name)];

    public CoverGeometry Cover => CoverGeometry.For(Printer, _trim, _pages);

    public PageGeometry Geometry(int page) => PageGeometry.For(Printer, _trim, _pages, page);

    /// <summary>The printed page a story page stands on.</summary>
    public PlannedPage PageOf(int story) => Plan.First(page => page.Story == story);

    /// <summary>What to draw a story page's picture on, and the room its words need there.</summary>
    public (PageFrame Frame, (double Width, double Height)? Words) SheetFor(int story)
    {
        var frame = Geometry(PageOf(story).Number).Frame;
        return (frame, StoryPages.RoomFor(Manuscript.Pages[story - 1].Text, Type, Fonts, frame));
    }

    public ComposedPage StoryPage(int story, PageArt art)
    {
        var page = PageOf(story);
        var words = Manuscript.Pages[story - 1].Text;
        return StoryPages.Compose(page, words, art, Geometry(page.Number), Type, Fonts, Colours);
    }

    /// <summary>Title, copyright, dedication, end or about page.</summary>
    public ComposedPage MatterPage(PlannedPage page, BookArt art)
    {
        var draft = new PageDraft(Geometry(page.Number));
        return page.Kind switch
        {
            PageKind.Title => FrontMatter.Title(page, draft, this, art),
            PageKind.Copyright => FrontMatter.Copyright(page, draft, this, art),
            PageKind.Dedication => FrontMatter.Dedication(page, draft, this, art),
            PageKind.End => BackMatter.End(page, draft, this, art),
            PageKind.About => BackMatter.About(page, draft, this, art),
            _ => throw new ArgumentException("A story page is composed with its own picture.", nameof(page)),
        };
    }

    public IReadOnlyList<string> Questions =>
        [
            "Which page did you like best? Why?",
            CastNames.Count > 0 ? $"What would you have done if you were {CastNames[0]}?" : "What would you have done?",
            Refrain is null
                ? "What do you think happens tomorrow?"
                : "Can you say the words that come again and again?",
        ];

    public string ReadingNote
    {
        get
        {
            var words = Manuscript.Pages.Sum(page =>
                page.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length
            );
            // The two younger bands are read to, the older ones read by themselves.
            var advice = _ageBand is "0-2" or "3-5"
                ? "Read it aloud, stop at the pictures, and let the child turn the page."
                : "Let the child read it to you, and help only where you are asked.";
            return string.Create(
                CultureInfo.InvariantCulture,
                $"For ages {Ages}. {words} words. Every page was measured for sentence length and familiar words before it was printed. {advice}"
            );
        }
    }
}
