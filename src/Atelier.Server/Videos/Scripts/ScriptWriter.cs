using System.Globalization;
using Atelier.Drawing;
using Atelier.Videos.Storyboards;

namespace Atelier.Videos.Scripts;

/// <summary>The built-in writer: a prompt becomes a storyboard by rules. Same prompt, length and seed, same film.</summary>
internal sealed class ScriptWriter(PromptReading reading)
{
    /// <summary>Raised whenever the storyboard of an old prompt would change.</summary>
    public const string Writer = "builtin/1";

    private const double WordsASecond = 2.3;
    private const double SecondsAScene = 4.6;
    private const int MostScenes = 14;
    private const int MostCast = 6;

    /// <summary>What one scene is made from.</summary>
    private sealed record Plan(PromptUnit Unit, Shot Shot, bool Opens, string Line, int Take);

    public (Storyboard Board, IReadOnlyList<string> Notes) Write(string prompt, double seconds, Seed seed)
    {
        var notes = new List<string>();
        var units = Settle(reading.Read(prompt), notes, seed);
        var count = Math.Clamp((int)Math.Round(seconds / SecondsAScene), 1, MostScenes);
        var plans = Divide(units, count, seed);
        var lengths = plans.Select(plan => Math.Max(2.4, Words(plan.Line) / WordsASecond + 0.9)).ToArray();
        var factor = seconds / lengths.Sum();
        var cast = units
            .SelectMany(unit => unit.Mentions)
            .Where(mention => mention.Being)
            .DistinctBy(mention => mention.Noun)
            .SelectMany(Members)
            .Take(MostCast)
            .ToArray();
        var scenes = new List<StoryboardScene>(plans.Count);
        foreach (var (i, plan) in plans.Index())
            scenes.Add(Scene(plan, i, plans.Count, Math.Round(lengths[i] * factor, 3), cast, seed.For("scene", i)));
        var board = new Storyboard(TitleOf(prompt), Music(prompt, units), cast, scenes, Writer);
        return (board, notes);
    }

    /// <summary>What a sentence leaves open is as in the sentence before.</summary>
    private static List<PromptUnit> Settle(IReadOnlyList<PromptUnit> read, List<string> notes, Seed seed)
    {
        if (read.Count == 0)
        {
            notes.Add("The prompt has no words; the built-in writer chose what to show.");
            var any = PlaceTable.Of(seed.For("place").Pick(Enum.GetValues<Setting>()));
            return [new PromptUnit("", false, [], any, null, false, null, null, null)];
        }
        if (read.All(unit => unit is { Place: null, Mentions.Count: 0 }))
            notes.Add("Nothing in the prompt could be drawn; the built-in writer, which reads English, chose a place.");
        var settled = new List<PromptUnit>(read.Count);
        var anywhere = read.FirstOrDefault(unit => unit.Place is not null);
        var (place, phrase) = (anywhere?.Place ?? PlaceTable.Of(DefaultPlace(read)), anywhere?.PlacePhrase);
        var (hour, sky) = (
            read.Select(u => u.Hour).FirstOrDefault(h => h is not null),
            read.Select(u => u.Sky).FirstOrDefault(s => s is not null)
        );
        foreach (var unit in read)
        {
            (place, phrase) = unit.Place is null ? (place, phrase) : (unit.Place, unit.PlacePhrase);
            (hour, sky) = (unit.Hour ?? hour, unit.Sky ?? sky);
            var named =
                settled.Count > 0 && unit.Pronoun
                    ? settled[^1].Mentions.Where(m => m.Being && unit.Mentions.All(other => other.Noun != m.Noun))
                    : [];
            settled.Add(
                unit with
                {
                    Mentions = [.. named.Select(m => m with { Action = unit.Verb ?? m.Action }), .. unit.Mentions],
                    Place = place,
                    PlacePhrase = phrase,
                    Hour = hour,
                    Sky = sky,
                }
            );
        }
        return settled;
    }

    private static Setting DefaultPlace(IReadOnlyList<PromptUnit> units)
    {
        var travels = units.SelectMany(u => u.Mentions).Select(m => m.Travel).ToArray();
        return travels.Contains(Travel.Drive) ? Setting.City
            : travels.Contains(Travel.Sail) ? Setting.Seaside
            : Setting.Meadow;
    }

    private static List<Plan> Divide(List<PromptUnit> units, int count, Seed seed)
    {
        var plans = new List<Plan>(count);
        if (units.Count >= count)
        {
            for (var i = 0; i < count; i++)
            {
                var some = units[(units.Count * i / count)..(units.Count * (i + 1) / count)];
                var richest = some.MaxBy(unit => unit.Mentions.Count)!;
                var line = string.Join(
                    ' ',
                    some.Select(unit => unit.Told || units.Count > 1 ? Sentence(unit.Text) : Told(unit, 0, i > 0, seed))
                );
                plans.Add(new Plan(richest, i % 3 == 1 ? Shot.Medium : Shot.Wide, true, line, 0));
            }
            return plans;
        }
        for (var u = 0; u < units.Count; u++)
        {
            var (unit, shots) = (units[u], count * (u + 1) / units.Count - count * u / units.Count);
            for (var k = 0; k < shots; k++)
            {
                var shot = (k % 4) switch
                {
                    1 => Shot.Medium,
                    2 when unit.Mentions.Any(m => m.Being) => Shot.Close,
                    3 => Shot.Medium,
                    _ => Shot.Wide,
                };
                var last = u == units.Count - 1 && k == shots - 1 && k > 1;
                var line = last ? Lines.Closing(seed.For("closing")) : Told(unit, k, u > 0, seed);
                plans.Add(new Plan(unit, last ? Shot.Wide : shot, k == 0, line, k / 2));
            }
        }
        return plans;
    }

    /// <summary>What is said over the k-th picture of a sentence.</summary>
    /// <param name="again">It is not the first sentence, and the place is known.</param>
    private static string Told(PromptUnit unit, int k, bool again, Seed seed)
    {
        var chance = seed.For("line", k);
        var (place, hour) = (unit.Place!, unit.Hour ?? TimeOfDay.Day);
        if (k == 0 && (unit.Told || again))
            return Sentence(unit.Text);
        if (k == 0)
            return Lines.Opening(hour, unit.PlacePhrase ?? place.Name, chance);
        var at = unit.Told ? k : k - 1;
        // What the sentence said already is not said again.
        if (!unit.Told && at < unit.Mentions.Count)
            return Lines.Of(unit.Mentions[at], unit.Mentions[at].Action, place, chance);
        var told = unit.Told ? at - 1 : at - unit.Mentions.Count;
        return place.Sense[(told + seed.For("sense").Below(place.Sense.Count)) % place.Sense.Count];
    }

    private static StoryboardScene Scene(
        Plan plan,
        int number,
        int count,
        double seconds,
        StoryboardCharacter[] cast,
        Seed seed
    )
    {
        var unit = plan.Unit;
        var actors = unit
            .Mentions.Where(mention => mention.Being)
            .SelectMany(mention => Members(mention).Select(member => (mention, member)))
            .Where(a => cast.Contains(a.member))
            .Take(plan.Shot == Shot.Close ? 2 : 4)
            .Select((a, i) => new StoryboardActor(a.member.Id, Action(a.mention, plan, i, seed), MoodOf(unit, plan)));
        var things = unit
            .Mentions.Where(m => !m.Being)
            .Take(plan.Shot == Shot.Close ? 2 : 5)
            .Select(m => new StoryboardThing(m.Noun, m.Count, m.Travel))
            .ToList();
        if (
            plan.Shot != Shot.Close
            && things.All(thing => thing.Travel is null)
            && Ambient(unit) is { } ambient
            && seed.Chance(0.7)
        )
            things.Add(ambient);
        return new StoryboardScene(
            plan.Line,
            seconds,
            unit.Place!.Setting,
            unit.Hour ?? TimeOfDay.Day,
            unit.Sky ?? Weather.Clear,
            plan.Shot,
            Move(plan, number, count, seed),
            number > 0 && plan.Opens ? SceneChange.Crossfade
                : number == count - 1 && count > 2 ? SceneChange.Crossfade
                : SceneChange.Cut,
            [.. actors],
            things,
            plan.Take
        );
    }

    private static ActorAction Action(Mention being, Plan plan, int place, Seed seed)
    {
        var done =
            being.Action ?? (plan.Unit.Place!.Setting is Setting.Underwater ? ActorAction.Swim : null as ActorAction?);
        if (plan.Shot == Shot.Close)
            return done
                    is ActorAction.Sleep
                        or ActorAction.Sit
                        or ActorAction.Dance
                        or ActorAction.Swim
                        or ActorAction.Fly
                    ? done.Value
                : place == 0 ? ActorAction.Talk
                : ActorAction.Stand;
        return done
            ?? seed.For("action", place)
                .Pick([ActorAction.Walk, ActorAction.Stand, ActorAction.Wave, ActorAction.Walk]);
    }

    private static Mood MoodOf(PromptUnit unit, Plan plan)
    {
        var words = unit.Text.ToLowerInvariant();
        return words.Contains("sad", StringComparison.Ordinal) || words.Contains("lonely", StringComparison.Ordinal)
                ? Mood.Sad
            : words.Contains("afraid", StringComparison.Ordinal) || words.Contains("lost", StringComparison.Ordinal)
                ? Mood.Worried
            : words.Contains("surpris", StringComparison.Ordinal)
            || words.Contains("discover", StringComparison.Ordinal)
                ? Mood.Surprised
            : plan.Shot == Shot.Close || words.Contains("happy", StringComparison.Ordinal) ? Mood.Happy
            : Mood.Neutral;
    }

    /// <summary>A little life where the prompt asks for none.</summary>
    private static StoryboardThing? Ambient(PromptUnit unit) =>
        unit.Place!.Setting switch
        {
            Setting.City => new("car", 2, Travel.Drive),
            Setting.FutureCity => new("flying saucer", 2, Travel.Fly),
            Setting.Underwater => new("fish", 3, Travel.Fly),
            Setting.Space => new("comet", 1, Travel.Fly),
            Setting.Seaside => new("sailboat", 1, Travel.Sail),
            Setting.Meadow or Setting.Farm or Setting.Forest when unit.Hour is not TimeOfDay.Night => new(
                "butterfly",
                2,
                Travel.Fly
            ),
            Setting.Mountains or Setting.Castle or Setting.VillageStreet when unit.Hour is not TimeOfDay.Night => new(
                "bird",
                2,
                Travel.Fly
            ),
            _ => null,
        };

    private static CameraMove Move(Plan plan, int number, int count, Seed seed)
    {
        if (number == count - 1 && count > 1)
            return CameraMove.PullOut;
        var side = seed.Chance(0.5);
        return plan.Shot switch
        {
            Shot.Close => CameraMove.PushIn,
            Shot.Medium => side ? CameraMove.PanLeft : CameraMove.PanRight,
            _ => number == 0 && seed.Chance(0.3) ? CameraMove.TiltDown
            : side ? CameraMove.PanRight
            : CameraMove.PanLeft,
        };
    }

    private static MusicMood Music(string prompt, List<PromptUnit> units)
    {
        var named = PromptReading
            .Clean(prompt)
            .ToLowerInvariant()
            .Split([' ', ',', '.', '!', '?', ';', ':'], StringSplitOptions.RemoveEmptyEntries)
            .Select(FilmWords.MoodOf)
            .FirstOrDefault(mood => mood is not null);
        return named
            ?? units[0] switch
            {
                { Sky: Weather.Rain or Weather.Fog } => MusicMood.Sad,
                { Hour: TimeOfDay.Night } => MusicMood.Mysterious,
                { Hour: TimeOfDay.Evening or TimeOfDay.Morning } => MusicMood.Calm,
                _ => MusicMood.Bright,
            };
    }

    /// <summary>The prompt itself, shortened.</summary>
    public static string TitleOf(string prompt)
    {
        var text = PromptReading.Clean(prompt).TrimEnd('.', '!', '?', ' ');
        if (text.Length == 0)
            return "A film";
        return text.Length <= 80
            ? text
            : string.Concat(text.AsSpan(0, text.LastIndexOf(' ', 78) is var cut and > 20 ? cut : 78), "…");
    }

    private static string Sentence(string text) =>
        ".!?…".Contains(text[^1], StringComparison.Ordinal) ? text : text + ".";

    /// <summary>"Three penguins" are three characters that look like one kind.</summary>
    private static IEnumerable<StoryboardCharacter> Members(Mention mention) =>
        Enumerable
            .Range(1, Math.Min(mention.Count, 3))
            .Select(i => new StoryboardCharacter(
                i == 1 ? Name(mention.Noun) : $"{Name(mention.Noun)} {i}",
                mention.Noun
            ));

    private static string Name(string noun) => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(noun);

    private static int Words(string line) => line.Count(char.IsWhiteSpace) + 1;
}
