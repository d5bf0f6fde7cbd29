using System.Xml.Linq;
using Atelier.Books.Publishing;
using Atelier.Books.Publishing.Pages;
using Atelier.Platform.Processes;

namespace Atelier.Tests.Books.Publishing;

public class PageTests
{
    // The most words the reading gate lets a page of each age have, and half as many again.
    private static readonly (string Band, int Words)[] Longest =
    [
        ("0-2", 15),
        ("3-5", 38),
        ("5-7", 60),
        ("6-8", 90),
        ("8-10", 180),
    ];

    public static TheoryData<string, string, int> Bands()
    {
        var data = new TheoryData<string, string, int>();
        foreach (var (band, words) in Longest)
        foreach (var trim in (string[])["8.5x8.5", "8x10", "8.5x11", "6x9"])
            data.Add(band, trim, words);
        return data;
    }

    [Theory, MemberData(nameof(Bands))]
    public void The_longest_page_stays_inside_its_panel_and_the_live_area(string band, string trim, int words)
    {
        var text = string.Join(
            ' ',
            Enumerable
                .Repeat("\"Wonderful,\" said the grandmother and everybody", words)
                .SelectMany(part => part.Split(' '))
                .Take(words)
        );
        var brief = SampleBook.Brief with { AgeBand = band, Trim = trim };
        var design = SampleBook.Design(brief, SampleBook.Manuscript(24, words: text));
        foreach (var story in (int[])[1, 2])
        {
            var art = SampleBook.StoryArt(design, story);
            var page = design.StoryPage(story, art);
            var set = Assert.Single(page.Texts, placed => placed.Role is TextRole.Words);
            var (panel, live) = (art.Panel!.Value, design.Geometry(page.Number).Frame.Live);
            Assert.True(panel.X >= live.X && panel.Right <= live.Right && panel.Bottom <= live.Bottom + 0.01);
            Assert.True(set.X >= panel.X && set.Area.Right <= panel.Right, $"{set.Area} in {panel}");
            Assert.True(set.Y >= panel.Y - 1 && set.Area.Bottom <= panel.Bottom, $"{set.Area} in {panel}");
            Assert.True(set.Block.FontSize >= 8, $"{set.Block.FontSize} pt");
        }
    }

    [Theory]
    [InlineData("0-2", 24), InlineData("3-5", 20), InlineData("5-7", 18), InlineData("6-8", 15), InlineData("8-10", 13)]
    public void An_ordinary_page_is_set_in_the_size_of_its_age(string band, double least)
    {
        var design = SampleBook.Design(SampleBook.Brief with { AgeBand = band });
        var page = design.StoryPage(3, SampleBook.StoryArt(design, 3));
        Assert.True(page.Texts[0].Block.FontSize >= least);
    }

    [Theory]
    [InlineData("8.5x8.5"), InlineData("8x10"), InlineData("8.5x11"), InlineData("6x9")]
    public void All_text_of_a_book_keeps_inside_the_printers_safe_area(string trim)
    {
        var brief = SampleBook.Brief with
        {
            Trim = trim,
            Author = new string('W', 120),
            Dedication = string.Join(' ', Enumerable.Repeat("For Grandmother,", 25)),
        };
        var title = string.Join(' ', Enumerable.Repeat("The Extraordinary", 7));
        var design = SampleBook.Design(brief, SampleBook.Manuscript(24, title));
        foreach (var page in SampleBook.Pages(design))
        foreach (var text in page.Texts)
        {
            var (area, safe) = (text.Area, design.Geometry(page.Number).Safe);
            Assert.True(
                area.X >= safe.X && area.Right <= safe.Right && area.Y >= safe.Y && area.Bottom <= safe.Bottom,
                $"Page {page.Number}, {text.Text}: {area} outside {safe}"
            );
        }
    }

    [Fact]
    public void Blocks_of_words_on_a_page_do_not_touch()
    {
        foreach (var trim in (string[])["8.5x8.5", "6x9", "8.5x11"])
        foreach (var page in SampleBook.Pages(SampleBook.Design(SampleBook.Brief with { Trim = trim })))
        foreach (var (n, text) in page.Texts.Index())
            Assert.DoesNotContain(page.Texts.Skip(n + 1), other => other.Area.Overlaps(text.Area));
    }

    [Fact]
    public void Every_page_is_well_formed_whatever_the_author_typed()
    {
        const string hostile = "]]><svg onload=\"x\">&#0;\u0000\uD800\uFFFE<!-- \u202E";
        var brief = SampleBook.Brief with { Author = hostile, Dedication = hostile };
        foreach (var page in SampleBook.Pages(SampleBook.Design(brief, SampleBook.Manuscript(24, hostile, hostile))))
            Assert.DoesNotContain(XDocument.Parse(page.ToSvg()).Descendants().Attributes(), a => a.Name == "onload");
    }

    [Fact]
    public void A_title_of_which_nothing_can_be_printed_is_replaced_and_reported()
    {
        var design = SampleBook.Design(manuscript: SampleBook.Manuscript(24, "🐉🐉"));
        Assert.Equal("A Story", design.Title);
        Assert.Contains(design.Notes, note => note.Contains("title") && note.Contains("🐉"));
    }

    [Fact]
    public void A_manuscript_of_another_length_than_the_book_is_refused() =>
        Assert.Throws<ArgumentException>(() => SampleBook.Design(SampleBook.Brief, SampleBook.Manuscript(32)));

    [Fact]
    public void The_ids_of_pictures_do_not_meet_on_one_sheet()
    {
        var design = SampleBook.Design();
        var sheet = XDocument.Parse(
            ContactSheet.Compose(CoverDesign.Compose(design, SampleBook.Art(design)), SampleBook.Pages(design))
        );
        var ids = sheet.Descendants().Attributes("id").Select(id => id.Value).ToArray();
        Assert.True(ids.Length >= 23);
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [Fact]
    public void A_missing_tool_is_a_clear_failure()
    {
        var run = new ChildProcessResult("rsvg-convert", ChildProcessEnd.ToolMissing, -1, default, "");
        var failure = ExportFailure.Of(run);
        Assert.Equal("tool_missing", failure.Code);
        Assert.Contains("librsvg2-bin", failure.Detail);
    }
}
