using Atelier.Books.Stories.Grammar;
using Atelier.Books.Stories.Reading;
using Atelier.Drawing;

namespace Atelier.Books.Stories.Planning;

/// <summary>Where the story goes: home and its rooms, three places on the way, and where it comes to a head.</summary>
internal static class Journey
{
    public static IReadOnlyDictionary<string, Place> Plan(
        BookBrief brief,
        PromptFacts facts,
        Kind hero,
        Passage shape,
        Vocabulary vocabulary,
        Seed seed
    )
    {
        var asked = PromptReader.PlaceIn((brief.Setting ?? "").ToLowerInvariant(), vocabulary)?.Key ?? facts.Place;
        var home = vocabulary.Place(asked ?? hero.Near);
        if (shape.Data.Value("home") is { } usual && asked is null && hero.Family != "fish")
            home = vocabulary.Place(usual);
        // A place that is the goal is where the road ends, not where it begins.
        var goal = facts.Aim == Aim.Reach && facts.Thing is { } far ? vocabulary.PlaceOf(far.Split(' ')[^1]) : null;
        var told = asked is not null && (goal is null || goal == home);
        if (goal is not null && goal == home && brief.Setting is null)
            home = vocabulary.Place(
                hero.Near == goal.Key || hero.Family != "fish" && vocabulary.Place(hero.Near).Wet
                    ? (hero.Family == "fish" ? "kelp" : "village")
                    : hero.Near
            );
        if (goal == home)
            goal = null;
        if (shape.Data.Value("places") == "same")
            return Named(vocabulary, home, home, home, home, home);
        // A walk to near places, never twice to the same while there is another.
        var seen = new List<Place> { home };
        for (var i = 0; i < 3; i++)
        {
            var from = seen[^1];
            var near = from
                .Near.Select(vocabulary.Place)
                .Where(p => !p.Indoors && !seen.Contains(p) && Suits(p, home, hero))
                .ToList();
            if (near.Count == 0)
                near =
                [
                    .. vocabulary.Places.Where(p =>
                        p.Wet == home.Wet && p.Skyless == home.Skyless && !p.Indoors && !seen.Contains(p)
                    ),
                ];
            if (near.Count == 0)
                near = [.. seen.Where(p => p != from)];
            seen.Add(seed.For("walk", i).Pick(near));
        }
        // Most pictures show the place that the prompt speaks of; one stop on the way lies beyond it.
        if (brief.AgeBand == "0-2")
            return Named(vocabulary, home, home, seen[1], home, home); // little ones stay near home
        if (goal is not null)
            return Named(vocabulary, home, goal, goal, goal, goal);
        return told
            ? Named(vocabulary, home, home, seen[1], home, home)
            : Named(vocabulary, home, seen[1], seen[2], seen[3], seen[3]);
    }

    // Who does not live in the water does not stroll along the sea bed.
    private static bool Suits(Place place, Place home, Kind hero) =>
        place.Wet == home.Wet || hero.Move == "water" || hero.Family == "fish";

    private static Dictionary<string, Place> Named(
        Vocabulary vocabulary,
        Place home,
        Place p1,
        Place p2,
        Place p3,
        Place peak
    ) =>
        new(StringComparer.Ordinal)
        {
            // Where the words speak of a bed or of a table: under water and among stars that is home itself.
            ["bed"] = home.Wet || home.Skyless ? home : vocabulary.Place("bedroom"),
            ["table"] = home.Wet || home.Skyless ? home : vocabulary.Place("kitchen"),
            ["home"] = home,
            ["end"] = home,
            ["p1"] = p1,
            ["p2"] = p2,
            ["p3"] = p3,
            ["peak"] = peak,
        };
}
