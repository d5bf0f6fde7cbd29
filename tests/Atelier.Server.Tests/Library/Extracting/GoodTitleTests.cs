namespace Atelier.Library.Extracting;

public sealed class GoodTitleTests
{
    [Theory]
    [InlineData("The Tide Table", "The Tide Table")]
    [InlineData("  A  Lamp\nin the Window ", "A Lamp in the Window")]
    [InlineData("Microsoft Word - The Tide Table", "The Tide Table")]
    [InlineData("Les Misérables", "Les Misérables")]
    [InlineData("1984: a novel", "1984: a novel")]
    [InlineData("Microsoft Word - report_final.doc", null)]
    [InlineData("C:\\Users\\me\\book.indd", null)]
    [InlineData("Untitled-3", null)]
    [InlineData("Document1", null)]
    [InlineData("unknown", null)]
    [InlineData("???", null)]
    [InlineData("7", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void What_a_program_wrote_there_is_no_title(string? found, string? title) =>
        Assert.Equal(title, GoodTitle.Of(found));

    [Theory]
    [InlineData("The Harbour", "The Harbour")]
    [InlineData("Chapter I. The Harbour", null)]
    [InlineData("IV. The Storm", null)]
    [InlineData("12", null)]
    [InlineData("Contents", null)]
    [InlineData("Kapitel 3", null)]
    [InlineData("Part of the story", null)]
    [InlineData("Partings", "Partings")]
    public void A_heading_of_a_part_is_not_the_title_of_the_whole(string found, string? title) =>
        Assert.Equal(title, GoodTitle.OfHeading(found));

    [Fact]
    public void Project_Gutenberg_says_whose_and_what_a_text_is()
    {
        var head = "The Project Gutenberg eBook of Emma\n\nTitle: Emma\n\nAuthor: Jane Austen\n\n*** START";

        Assert.Equal(("Emma", "Jane Austen"), GoodTitle.OfHead(head));
        Assert.Equal((null, null), GoodTitle.OfHead("Title: A memo\nAuthor: Me"));
    }
}
