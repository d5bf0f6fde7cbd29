namespace Atelier.Reading.Likeness;

public sealed class LikenessTests
{
    private const string One =
        "The old mill by the river was sold last week, and nobody in the village knows who bought it.";
    private const string Other =
        "Nobody in the village knows who bought the bakery; the old mill by the river stands empty.";

    [Fact]
    public void Equal_texts_are_equal_and_strangers_share_nothing()
    {
        Assert.Equal(1, Shingles.Jaccard4(One, One.ToUpperInvariant()));
        Assert.Equal(0, Shingles.Jaccard4(One, "Something else is said here in so many words."));
        Assert.Equal(0, Shingles.Jaccard4("", ""));
        Assert.Equal(1, Shingles.Overlap4("the old mill by the river", One));
    }

    [Fact]
    public void The_longest_shared_run_is_told_in_the_first_texts_words()
    {
        Assert.Equal(new(7, "nobody in the village knows who bought"), Shingles.LongestSharedRun(One, Other));
        Assert.Equal(new(0, ""), Shingles.LongestSharedRun("abc", "def"));
    }

    [Fact]
    public void Near_duplicates_are_near()
    {
        var text = string.Join(' ', Enumerable.Range(0, 400).Select(i => $"word{i * i % 997}"));
        Assert.Equal(0, SimHash.Distance(SimHash.Of(text), SimHash.Of(text)));
        Assert.InRange(SimHash.Distance(SimHash.Of(text), SimHash.Of(text + " and a few more")), 0, 8);
        Assert.InRange(SimHash.Distance(SimHash.Of(text), SimHash.Of(One)), 15, 64);
    }
}
