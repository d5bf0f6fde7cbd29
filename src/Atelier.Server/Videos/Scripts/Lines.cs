using System.Globalization;
using Atelier.Drawing;
using Atelier.Videos.Storyboards;

namespace Atelier.Videos.Scripts;

/// <summary>What the built-in writer says where the prompt gives no sentence of its own.</summary>
internal static class Lines
{
    private static readonly Dictionary<TimeOfDay, string[]> Openings = new()
    {
        [TimeOfDay.Morning] = ["Morning comes to {place}.", "{Place} wakes up, a little at a time."],
        [TimeOfDay.Day] =
        [
            "This is {place}.",
            "Come and look: {place}.",
            "{Place}, on a day like any other, or nearly.",
        ],
        [TimeOfDay.Evening] = ["Evening settles over {place}.", "{Place} turns to gold."],
        [TimeOfDay.Night] = ["Night lies over {place}.", "{Place} does not sleep tonight."],
    };

    private static readonly Dictionary<Travel, string[]> Travels = new()
    {
        [Travel.Fly] =
        [
            "High above, {what} glide by, one after another.",
            "{What} cross the sky, this way and that.",
            "Look up: {what}.",
        ],
        [Travel.Drive] = ["{What} roll past, each on its own way.", "{What} come and go.", "Here come {what}."],
        [Travel.Sail] = ["{What} drift by without a sound.", "{What} pass, slow and sure.", "Here come {what}."],
        [Travel.Rise] = ["{What} rise, higher and higher.", "{What} climb into the light."],
        [Travel.Fall] = ["{What} come down, turning as they fall.", "{What} fall, softly, one by one."],
    };

    private static readonly string[] Meetings =
    [
        "Here is {what}.",
        "And there, {at}: {what}.",
        "Somebody is here: {what}.",
        "Meet {what}.",
    ];

    private static readonly string[] Doings =
    [
        "{What} {does}, and everything else can wait.",
        "Look how {what} {does}.",
        "{What} {does} as if nothing were easier.",
    ];

    // What the picture shows so plainly that it can be said.
    private static readonly ActorAction[] Shown =
    [
        ActorAction.Walk,
        ActorAction.Run,
        ActorAction.Jump,
        ActorAction.Sleep,
        ActorAction.Fly,
        ActorAction.Swim,
        ActorAction.Dance,
    ];

    private static readonly string[] Findings =
    [
        "And there: {what}.",
        "And look: {what}.",
        "Nobody could miss {what}.",
    ];

    private static readonly string[] Closings =
    [
        "And it all goes on, long after we have looked away.",
        "Some places stay with you.",
        "That is how it was, and that is how it will be told.",
        "One more look, and then we go.",
    ];

    public static string Opening(TimeOfDay hour, string place, Seed seed) =>
        Fill(seed.Pick(Openings[hour]), ("place", $"the {place}"));

    public static string Closing(Seed seed) => seed.Pick(Closings);

    public static string Of(Mention mention, ActorAction? action, FilmPlace place, Seed seed)
    {
        var what = Phrase(mention);
        if (mention.Travel is { } travel)
            return Fill(
                    seed.Pick(Travels[travel]),
                    ("what", mention.Count > 1 ? mention.Phrase : $"the {mention.Phrase}")
                )
                .ReplaceForOne(mention.Count == 1);
        if (!mention.Being)
            return Fill(seed.Pick(Findings), ("what", mention.Count > 1 ? mention.Phrase : $"the {mention.Phrase}"));
        if (mention.Count == 1 && action is { } done && Shown.Contains(done) && seed.Chance(0.6))
            return Fill(seed.Pick(Doings), ("what", $"the {mention.Phrase}"), ("does", ActionWords.Of(done)));
        return Fill(seed.Pick(Meetings), ("what", what), ("at", place.At));
    }

    private static string Phrase(Mention mention) =>
        mention.Count > 1 ? mention.Phrase
        : "aeiou".Contains(mention.Phrase[0], StringComparison.Ordinal) ? $"an {mention.Phrase}"
        : $"a {mention.Phrase}";

    // One car glides, and nothing comes one after another.
    private static string ReplaceForOne(this string line, bool one)
    {
        if (!one)
            return line;
        foreach (
            var (many, single) in (ReadOnlySpan<(string, string)>)
                [
                    (", one after another", ""),
                    (", softly, one by one", ", softly"),
                    (" glide ", " glides "),
                    (" cross ", " crosses "),
                    (" roll past, each on its own way", " rolls past"),
                    (" come and go", " comes and goes"),
                    ("Here come ", "Here comes "),
                    (" drift ", " drifts "),
                    (" pass,", " passes,"),
                    (" rise,", " rises,"),
                    (" climb ", " climbs "),
                    (" come down, turning as they fall", " comes down, turning as it falls"),
                    (" fall,", " falls,"),
                ]
        )
            line = line.Replace(many, single, StringComparison.Ordinal);
        return line;
    }

    private static string Fill(string line, params ReadOnlySpan<(string Slot, string Value)> values)
    {
        foreach (var (slot, value) in values)
        {
            line = line.Replace($"{{{slot}}}", value, StringComparison.Ordinal);
            line = line.Replace($"{{{Capital(slot)}}}", Capital(value), StringComparison.Ordinal);
        }
        return line;
    }

    private static string Capital(string text) =>
        text.Length == 0 ? text : char.ToUpper(text[0], CultureInfo.InvariantCulture) + text[1..];
}
