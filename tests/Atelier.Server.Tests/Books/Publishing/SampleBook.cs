using Atelier.Books;
using Atelier.Books.Publishing.Pages;
using Atelier.Books.Publishing.Print;
using Atelier.Drawing;

namespace Atelier.Tests.Books.Publishing;

/// <summary>A book with plain stand-in pictures: what is tested here is paper, type and files.</summary>
internal static class SampleBook
{
    public static FontShelf Fonts { get; } =
        FontShelf.Open(FontShelf.UsualFolders) ?? throw new InvalidOperationException("Install fonts-sil-andika.");

    public static BookBrief Brief { get; } =
        new()
        {
            Prompt = "a small dragon who keeps every shiny thing",
            Pages = 24,
            Author = "Nadia O'Rourke",
            Dedication = "For everyone who has ever found it hard to share, and did.",
            Palette = "ocean",
        };

    public const string Words =
        "Ember was a small dragon who kept every shiny thing for herself. \"Mine,\" she said, and counted her spoons again.";

    public static Manuscript Manuscript(int pages, string title = "Ember's Shiny Things", string words = Words) =>
        new(
            title,
            [new("ember", "Ember", "dragon"), new("pip", "Pip", "rabbit"), new("olga", "Olga", "owl")],
            [
                .. Enumerable
                    .Range(1, BookPlan.StoryPageCount(pages))
                    .Select(n => new ManuscriptPage(n, $"{n}. {words}", Scene, $"Picture {n}: a dragon on a hill.")),
            ],
            "Mine, mine, all of it mine!",
            "Ember keeps every shiny thing she finds. Then Pip the rabbit asks for just one spoon, and nothing in the cave is ever the same again.",
            "builtin/1"
        );

    public static BookDesign Design(BookBrief? brief = null, Manuscript? manuscript = null)
    {
        var asked = brief ?? Brief;
        return new BookDesign(asked, manuscript ?? Manuscript(asked.Pages), new Seed(7), PrinterProfile.Kdp, Fonts);
    }

    public static BookArt Art(BookDesign design) =>
        new(
            Picture(design.Cover.Width, design.Cover.Height, null),
            Picture(621, 630, null),
            [Figure("#d94f30", "Ember"), Figure("#ffffff", "Pip"), Figure("#8a6b4f", "Olga")],
            [Figure("#f6c453", "spoon"), Figure("#9fb8c8", "bell"), Figure("#c87fae", "button")]
        );

    public static PageArt StoryArt(BookDesign design, int story)
    {
        var (frame, wish) = design.SheetFor(story);
        Box? panel = wish is { } size
            ? new Box(
                frame.Live.CentreX - size.Width / 2,
                frame.Live.Bottom - 20 - size.Height,
                size.Width,
                size.Height
            )
            : null;
        return Picture(frame.Width, frame.Height, panel);
    }

    public static IReadOnlyList<ComposedPage> Pages(BookDesign design)
    {
        var art = Art(design);
        return
        [
            .. design.Plan.Select(page =>
                page.Story is { } story
                    ? design.StoryPage(story, StoryArt(design, story))
                    : design.MatterPage(page, art)
            ),
        ];
    }

    private static SceneSpec Scene { get; } =
        new(Setting.Meadow, TimeOfDay.Day, Weather.Clear, Shot.Medium, [new ActorCue("ember")], []);

    private static PageArt Picture(double width, double height, Box? panel)
    {
        var svg = FormattableString.Invariant(
            $"<linearGradient id=\"sky\" x2=\"0\" y2=\"1\"><stop stop-color=\"#8ecae6\"/><stop offset=\"1\" stop-color=\"#fff1d0\"/></linearGradient><rect width=\"{width}\" height=\"{height}\" fill=\"url(#sky)\"/><path d=\"M0 {height * 0.62}Q{width * 0.3} {height * 0.5} {width * 0.6} {height * 0.62}T{width} {height * 0.6}V{height}H0Z\" fill=\"#8cc084\"/><path d=\"M0 {height * 0.8}Q{width * 0.4} {height * 0.66} {width} {height * 0.78}V{height}H0Z\" fill=\"#5a9f62\"/><circle cx=\"{width * 0.75}\" cy=\"{height * 0.5}\" r=\"60\" fill=\"#d94f30\"/>"
        );
        if (panel is { } p)
            svg += FormattableString.Invariant(
                $"<rect x=\"{p.X - 25}\" y=\"{p.Y - 20}\" width=\"{p.Width + 50}\" height=\"{p.Height + 40}\" rx=\"20\" fill=\"#fffdf5\"/>"
            );
        return new PageArt(
            svg,
            width,
            height,
            panel,
            "#2b2b2b",
            "A red ball on green hills.",
            [],
            ["noto:dragon"],
            "one",
            []
        );
    }

    private static Cutout Figure(string colour, string name) =>
        new(
            $"<circle cx=\"50\" cy=\"30\" r=\"28\" fill=\"{colour}\"/><path d=\"M20 100Q50 20 80 100Z\" fill=\"{colour}\"/>",
            new Box(20, 2, 60, 98),
            new Box(25, 5, 50, 50),
            name,
            ["noto:dragon"]
        );
}
