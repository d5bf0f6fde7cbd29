using Atelier.Books;

namespace Atelier.Tests.Books.Stories;

/// <summary>Different prompts give different books: measured as the share of four-word runs two books have in common.</summary>
public class SamenessTests(ITestOutputHelper output)
{
    private static readonly string[] Heroes =
    [
        "a shy labrador",
        "a tiny dragon",
        "a brave mouse",
        "an old turtle",
        "a curious girl",
    ];

    private static readonly string[] Wishes =
    [
        "finds the lost moon",
        "learns to share the last apple",
        "looks for a friend in the city",
        "is afraid of the dark castle",
        "bakes a cake for the village",
        "builds a boat to cross the lake",
        "solves the mystery of the bell that rings at night",
        "wants to win the snail race",
        "must save the little farm",
        "cannot sleep",
    ];

    [Theory]
    [InlineData("0-2", 0.08, 0.45)]
    [InlineData("3-5", 0.04, 0.4)]
    [InlineData("8-10", 0.07, 0.4)]
    public void Two_of_fifty_books_share_little(string band, double mean, double most)
    {
        var books = Heroes
            .SelectMany(hero => Wishes.Select(wish => $"{hero} who {wish}"))
            .Select(prompt => (prompt, Runs: RunsOf(new BookBrief { Prompt = prompt, AgeBand = band })))
            .ToList();
        var pairs = (
            from i in Enumerable.Range(0, books.Count)
            from j in Enumerable.Range(i + 1, books.Count - i - 1)
            select (Share: Overlap(books[i].Runs, books[j].Runs), A: books[i].prompt, B: books[j].prompt)
        )
            .OrderByDescending(pair => pair.Share)
            .ToList();
        var average = pairs.Average(pair => pair.Share);
        output.WriteLine($"{band}: mean {average:0.000}");
        foreach (var pair in pairs.Take(8))
            output.WriteLine($"  {pair.Share:0.000} {pair.A} / {pair.B}");

        Assert.True(average <= mean, $"mean {average:0.000}");
        Assert.True(pairs[0].Share <= most, $"{pairs[0]}");
    }

    private static HashSet<string> RunsOf(BookBrief brief)
    {
        var words = StoryEngineTests
            .Words(StoryEngineTests.Tell(brief))
            .ToLowerInvariant()
            .Split([' ', '\n', '"', ',', '.', '!', '?', ':', ';'], StringSplitOptions.RemoveEmptyEntries);
        return [.. Enumerable.Range(0, words.Length - 3).Select(i => string.Join(' ', words.AsSpan(i, 4)!))];
    }

    private static double Overlap(HashSet<string> a, HashSet<string> b)
    {
        var common = a.Count(b.Contains);
        return (double)common / (a.Count + b.Count - common);
    }
}
