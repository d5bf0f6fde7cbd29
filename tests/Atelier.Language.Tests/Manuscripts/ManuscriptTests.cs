using Atelier.Language.Manuscripts;

namespace Atelier.Language.Tests.Manuscripts;

public sealed class ManuscriptTests
{
    private static readonly string Prose = string.Concat(Enumerable.Repeat("The rain fell on the town all day. ", 10))
        .Trim();

    [Fact]
    public void Paragraphs_stand_between_blank_lines()
    {
        var read = Manuscript.Read(
            "One line\nand its second.\r\n\r\nAnother.\n\n\nA third.",
            TestContext.Current.CancellationToken
        );
        Assert.Equal(["One line\nand its second.", "Another.", "A third."], read.Paragraphs.Select(p => Cut(read, p)));
    }

    [Fact]
    public void Wrapped_lines_without_blank_ones_part_at_indents()
    {
        var lines = string.Concat(
            Enumerable.Repeat(
                "  A paragraph begins here and it is wrapped at about seventy letters,\nso that its second line is not indented and goes on for a while yet.\n",
                12
            )
        );
        Assert.Equal(12, Manuscript.Read(lines, TestContext.Current.CancellationToken).Paragraphs.Count);
    }

    [Fact]
    public void Chapters_begin_at_their_headings_and_leave_no_gap()
    {
        var text = $"A Title\n\nCHAPTER I\n\nThe Storm\n\n{Prose}\n\nCHAPTER II\n\n{Prose}\n\n{Prose}";
        var read = Manuscript.Read(text, TestContext.Current.CancellationToken);
        Assert.Equal(["CHAPTER I The Storm", "CHAPTER II"], read.Chapters.Select(chapter => chapter.Title));
        Assert.Equal(read.Chapters[0].Span.End, read.Chapters[1].Span.Start);
        Assert.Equal(text.Length, read.Chapters[1].Span.End);
    }

    [Fact]
    public void A_table_of_contents_has_no_chapters()
    {
        var text = $"CHAPTER I\n\nCHAPTER II\n\nCHAPTER I\n\n{Prose}\n\nCHAPTER II\n\n{Prose}";
        Assert.Equal(
            2,
            Manuscript
                .Read(text, TestContext.Current.CancellationToken)
                .Chapters.Count(chapter => chapter.Title is not null)
        );
    }

    [Fact]
    public void The_licence_around_a_book_is_not_read()
    {
        var text =
            $"The Project Gutenberg eBook\n\n*** START OF THE PROJECT GUTENBERG EBOOK A TALE ***\n\n{Prose}\n\n*** END OF THE PROJECT GUTENBERG EBOOK A TALE ***\n\nMr. Hart founded it.";
        Assert.Equal(
            [Prose],
            Manuscript.Read(text, TestContext.Current.CancellationToken).Paragraphs.Select(p => text[p.Start..p.End])
        );
    }

    [Fact]
    public void One_endless_line_is_cut_into_paragraphs_of_bounded_length()
    {
        var text = string.Concat(Enumerable.Repeat("Words upon words. ", 20_000));
        var read = Manuscript.Read(text, TestContext.Current.CancellationToken);
        Assert.All(read.Paragraphs, paragraph => Assert.InRange(paragraph.Length, 1, 20_000));
        Assert.Equal(text.Count(c => c != ' '), read.Paragraphs.Sum(p => Cut(read, p).Count(c => c != ' ')));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n \r\n ")]
    public void An_empty_text_has_a_chapter_and_no_paragraph(string text)
    {
        var read = Manuscript.Read(text, TestContext.Current.CancellationToken);
        Assert.Empty(read.Paragraphs);
        Assert.Single(read.Chapters);
    }

    private static string Cut(Manuscript manuscript, TextSpan span) => manuscript.Text[span.Start..span.End];
}
