using Atelier.Books;

namespace Atelier.Tests.Books.Stories;

/// <summary>The writer writes for its readers: what the gate must send back is the exception.</summary>
public class FirstTimeTests
{
    private static readonly string[] Heroes =
    [
        "a shy labrador",
        "a curious girl",
        "a tiny dragon",
        "two rabbit sisters",
        "a robot that counts everything",
        "an old sea turtle",
        "a forgetful owl",
    ];

    private static readonly string[] Wishes =
    [
        "finds the lost moon",
        "learns to share the last apple",
        "builds a boat to cross the lake",
        "climbs the mountain before the snow",
        "sings in the forest choir",
        "plants a garden in the desert",
        "is afraid of the dark castle",
        "bakes a cake for the whole village",
    ];

    [Theory]
    [InlineData("0-2")]
    [InlineData("3-5")]
    [InlineData("5-7")]
    [InlineData("6-8")]
    [InlineData("8-10")]
    public void At_least_95_of_100_books_are_easy_enough_as_first_written(string band)
    {
        var briefs = Heroes
            .SelectMany(hero => Wishes.Select(wish => $"{hero} who {wish}"))
            .Select((prompt, i) => (Brief: new BookBrief { Prompt = prompt, AgeBand = band }, Seed: (ulong)i))
            .ToList();

        var again = briefs.Where(b => StoryEngineTests.Tell(b.Brief, 28, b.Seed).Rewrites > 0).ToList();

        Assert.True(
            again.Count <= briefs.Count * 0.05,
            $"written again: {string.Join("; ", again.Select(b => b.Brief.Prompt))}"
        );
    }
}
