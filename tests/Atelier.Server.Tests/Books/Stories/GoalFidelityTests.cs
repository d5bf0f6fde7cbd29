using System.Text.RegularExpressions;
using Atelier.Books;
using Atelier.Drawing;

namespace Atelier.Tests.Books.Stories;

/// <summary>What the prompt asks for is what the book is about: from its first pages to its last.</summary>
public class GoalFidelityTests
{
    // prompt; kind of hero; words of the wish (any form of the verb, then the nouns); place as the pictures know it
    private static readonly (string Prompt, string Kind, string Wish, Setting? Place)[] Cases =
    [
        ("A shy labrador who wants to find the lost moon before bedtime", "labrador", "lost moon", null),
        ("a curious girl who wants to find the lost moon", "girl", "lost moon", null),
        ("a tiny dragon who learns to share the last apple", "dragon", "last apple", null),
        ("a grumpy bear who learns to share the last apple", "bear", "last apple", null),
        ("two rabbit sisters who builds a boat to cross the lake", "rabbit", "boat", Setting.Seaside),
        ("a brave mouse who builds a boat to cross the lake", "mouse", "boat", Setting.Seaside),
        ("a robot who counts everything and looks for a friend in the city", "robot", "friend", Setting.City),
        ("a brave mouse who looks for a friend in the city", "mouse", "friend", Setting.City),
        ("an old sea turtle who must climb the mountain before the snow", "turtle", "the mountain", Setting.Mountains),
        ("a boy with a red kite who must climb the mountain before the snow", "boy", "the mountain", Setting.Mountains),
        (
            "a penguin who hates the cold and tries to sing in the forest choir",
            "penguin",
            "forest choir",
            Setting.Forest
        ),
        ("a shy labrador who tries to sing in the forest choir", "labrador", "forest choir", Setting.Forest),
        ("a curious girl who plants a garden in the desert", "girl", "garden", Setting.Desert),
        ("a forgetful owl who plants a garden in the desert", "owl", "garden", Setting.Desert),
        ("a tiny dragon who is afraid of the dark castle", "dragon", "dark castle", Setting.Castle),
        ("an old sea turtle who is afraid of the dark castle", "turtle", "dark castle", Setting.Castle),
        ("a grumpy bear who bakes a cake for the whole village", "bear", "cake", Setting.VillageStreet),
        ("two rabbit sisters who bakes a cake for the whole village", "rabbit", "cake", Setting.VillageStreet),
        ("a robot who counts everything and follows a star across space", "robot", "star", Setting.Space),
        ("a brave mouse who follows a star across space", "mouse", "star", Setting.Space),
        ("A frog who cannot sing wants to join the jungle band", "frog", "jungle band", Setting.Jungle),
        (
            "A young dragon who bakes bread for a village that is afraid of fire",
            "dragon",
            "bread",
            Setting.VillageStreet
        ),
        ("A robot must cross the dark side of the galaxy", "robot", "dark side of the galaxy", Setting.Space),
        (
            "Two foxes solve the mystery of the lighthouse lamp that goes out every night",
            "fox",
            "lighthouse lamp",
            Setting.Seaside
        ),
        ("A bear afraid of the dark looks for a light in the forest", "bear", "light", Setting.Forest),
        ("A kitten who wants to visit the old castle", "kitten", "castle", Setting.Castle),
        ("An otter tries to mend the broken bridge before the storm", "otter", "broken bridge", null),
        ("A hen wants to save the little farm", "hen", "little farm", Setting.Farm),
        ("A penguin who wants to fly over the snow", "penguin", "over the snow", Setting.Snow),
        ("A girl who searches for the silver key in the castle", "girl", "silver key", Setting.Castle),
        ("A camel hunts for water in the desert", "camel", "water", Setting.Desert),
        ("An elephant must cross the wide river", "elephant", "wide river", Setting.Jungle),
        ("A boy builds a rocket to reach the moon", "boy", "rocket", null),
        ("A hedgehog wants to dance at the village fair", "hedgehog", "village fair", Setting.VillageStreet),
        ("A crab who wants to see the big city", "crab", "big city", Setting.City),
        ("A squirrel learns to share the biggest acorn in the forest", "squirrel", "biggest acorn", Setting.Forest),
        ("A cow wants to paint a rainbow on the farm", "cow", "rainbow", Setting.Farm),
        ("A monkey follows a blue butterfly through the jungle", "monkey", "blue butterfly", Setting.Jungle),
        ("A wolf who tries to catch the north wind", "wolf", "north wind", null),
        ("A knight wants to rescue the sleepy dragon from the castle", "knight", "sleepy dragon", Setting.Castle),
        ("An astronaut must repair the oldest satellite in space", "astronaut", "oldest satellite", Setting.Space),
        ("A duck hunts for the biggest puddle on the farm", "duck", "biggest puddle", Setting.Farm),
    ];

    [Theory]
    [InlineData("3-5")]
    [InlineData("6-8")]
    public void The_prompts_hero_wish_and_place_open_the_book_and_close_it(string band)
    {
        Assert.All(
            Cases,
            c =>
            {
                var book = StoryEngineTests.Tell(new BookBrief { Prompt = c.Prompt, AgeBand = band }, 27, 7).Manuscript;
                var last = book.Pages.Skip(18).ToList();
                var opening = book.Title + "\n" + string.Join("\n", book.Pages.Take(4).Select(p => p.Text));
                var closing = string.Join("\n", last.Select(p => p.Text));
                Assert.Contains(c.Kind, opening, StringComparison.OrdinalIgnoreCase);
                Assert.Contains(c.Wish, opening, StringComparison.OrdinalIgnoreCase);
                Assert.Contains(c.Wish, closing, StringComparison.OrdinalIgnoreCase);
                Assert.Contains(last, p => p.Picture.Actors.Any(a => a.CharacterId == "hero"));
                if (c.Place is not { } place)
                    return;
                Assert.Contains(last, p => p.Picture.Setting == place);
                // A kitchen or a bed in the village is in the village.
                var there = book.Pages.Count(p =>
                    p.Picture.Setting == place || p.Picture.Setting is Setting.Kitchen or Setting.Bedroom
                );
                Assert.True(there * 2 > book.Pages.Count, $"{c.Prompt}: {there} pages in {place}");
            }
        );
    }

    [Theory]
    [InlineData("3-5")]
    [InlineData("8-10")]
    public void No_page_ends_in_the_middle_of_a_thought(string band) =>
        Assert.All(
            Cases,
            c =>
            {
                var result = StoryEngineTests.Tell(new BookBrief { Prompt = c.Prompt, AgeBand = band }, 27, 3);
                foreach (var text in result.Manuscript.Pages.Select(p => p.Text).Append(result.Manuscript.Blurb))
                {
                    Assert.DoesNotMatch(@"\b(the|a|an|and|but|or|looks|his|my)([!?""]|\.(?!\.))", text);
                    Assert.DoesNotMatch(@"\b(a|an|the) (a|an|the)\b|\ba [aeio]\w|\{|\}", text);
                    Assert.Matches(@"[.!?…:]""?$", text);
                }
            }
        );

    [Fact]
    public void Everybody_named_in_the_brief_is_in_the_book_and_the_first_two_lead_it()
    {
        var brief = new BookBrief
        {
            Prompt = "Two friends solve the mystery of the lighthouse lamp that goes out every night",
            AgeBand = "6-8",
            Setting = "seaside",
            Characters = [new("Noor", "girl", "she/her"), new("Finn", "otter", "he/him"), new("Pip", "gull")],
        };
        var outline = StoryEngineTests.Engine.Outline(brief, 31, new Seed(5));
        var words = StoryEngineTests.Words(StoryEngineTests.Engine.Write(outline));

        Assert.Equal("Noor", outline.Cast.Single(p => p.Role == "hero").Name);
        Assert.Equal("Finn", outline.Cast.Single(p => p.Role == "pal").Name);
        Assert.All(brief.Characters, c => Assert.Matches(@"\b" + Regex.Escape(c.Name) + @"\b", words));
        Assert.Contains("The lighthouse lamp went out every night.", words, StringComparison.Ordinal);
    }
}
