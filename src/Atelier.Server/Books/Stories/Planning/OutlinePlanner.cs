using Atelier.Books.Stories.Gate;
using Atelier.Books.Stories.Grammar;
using Atelier.Books.Stories.Reading;
using Atelier.Books.Stories.Telling;
using Atelier.Drawing;
using Atelier.Language;

namespace Atelier.Books.Stories.Planning;

/// <summary>From a brief to an outline: shape, cast, places, facts and one beat per page.</summary>
internal sealed class OutlinePlanner(Vocabulary vocabulary, StoryBank bank)
{
    public StoryOutline Plan(BookBrief brief, int pages, Seed seed)
    {
        var facts = PromptReader.Read(brief.Prompt, vocabulary);
        seed = seed.For(brief.Prompt).For(brief.AgeBand); // another prompt is another book, whatever its seed
        var band = Band.Of(brief.AgeBand);
        var theme = Themes.In(brief.Theme?.ToLowerInvariant()) ?? facts.Theme;
        if (facts.Aim == Aim.None && brief.Theme is { } asked)
            facts = AimReader.Read(asked.ToLowerInvariant(), facts with { Theme = theme });
        var notes = facts.Notes.ToList();
        var casting = new Casting(vocabulary, seed.For("cast"));
        var hero = casting.Hero(brief, facts);
        var kind = vocabulary.KindOf(hero.Kind) ?? vocabulary.Stranger;
        if (vocabulary.KindOf(hero.Kind) is null)
            notes.Add(
                $"\"{hero.Kind}\" is not a kind the built-in writer knows; it is told without habits of its own."
            );
        var shape = ShapeChoice.For(bank, facts, band, theme, seed);
        var places = Journey.Plan(brief, facts, kind, shape, vocabulary, seed.For("places"));
        var episodes = Episodes(shape, facts, places, seed.For("episodes"));
        var cast = casting.Fill(brief, facts, places, shape.Data.Value("helpers"));
        var known = StoryFacts.Gather(brief, facts, hero, shape, places, episodes, cast, seed.For("facts"));
        var plan = PagePlan.Choose(shape, episodes, Interludes(shape, facts, places), pages, seed.For("pages"));
        var outline = new StoryOutline(
            StoryEngine.Writer,
            shape.Key,
            band.Name,
            "",
            known["want"],
            facts.Obstacle,
            theme,
            cast,
            known,
            places.ToDictionary(p => p.Key, p => p.Value.Key, StringComparer.Ordinal),
            "",
            "",
            Beats(plan, shape, places, AskedWeather(brief.Prompt), seed.For("sky")),
            notes,
            seed.For("write").Next()
        );
        var teller = new Teller(outline, vocabulary, bank);
        // A wish of the author's own is what title and blurb must speak of; a shape's own serve where there is none.
        var stated = facts.Wish is not null && band.Letter != 'a' ? bank.WishWords : null;
        if (shape.Data.Value("ownblurb") is not null)
            stated = null; // who the friend is must not be told beforehand
        string Header(string key) =>
            seed.For(key)
                .Pick(
                    (stated?.Values(key + known["wishkind"]) is { Count: > 0 } own ? own : null)
                        ?? shape.Data.Values(key)
                );
        var title = PromptReader.Clean(brief.Title);
        var refrain = teller.Tell(Header("refrain"), "refrain", "home", null);
        return outline with
        {
            Title = title.Length > 0 ? title : TitleCase(teller.Tell(Header("title"), "title", "home", null)),
            Refrain = band.Letter == 'b' ? FirstSentence(refrain) : refrain,
            Blurb = teller.Tell(Header("blurb"), "blurb", "home", null),
        };
    }

    // At 3-5 the whole couplet would eat the words of two pages.
    private static string FirstSentence(string refrain)
    {
        var first = Sentences.Split(refrain)[0];
        return refrain.Substring(first.Start, first.Length);
    }

    private List<Passage> Episodes(
        Passage shape,
        PromptFacts facts,
        IReadOnlyDictionary<string, Place> places,
        Seed seed
    )
    {
        var pool = shape.Data.Value("episodes") ?? shape.Key;
        var chosen = new List<Passage>();
        // An answer to a puzzle must be one to what is puzzling: a light, a noise, or a thing that is gone.
        var puzzling = StoryFacts.Sense(facts);
        for (
            var level = 1;
            level <= shape.Slots.Count(s => s.Source.StartsWith("** ", StringComparison.Ordinal));
            level++
        )
        {
            var place = places[level <= 3 ? "p" + level : "peak"];
            var fit = bank
                .Episodes.Where(e =>
                    e.Data.Words("for").Contains(pool)
                    && !chosen.Contains(e)
                    && e.Suits("puzzling", puzzling)
                    && !Spoils(e, facts)
                    && e.Suits("level", level.ToString(System.Globalization.CultureInfo.InvariantCulture))
                    && e.Suits("places", place.Key)
                    && !e.Data.Words("never").Contains(place.Key)
                )
                .ToList();
            if (fit.Count == 0)
                fit = [.. bank.Episodes.Where(e => e.Data.Words("for").Contains(pool) && !chosen.Contains(e))];
            if (fit.Count > 0)
                chosen.Add(seed.For("level", level).Pick(fit));
        }
        return chosen;
    }

    // What is still to be found is not met on the way to it.
    private static bool Spoils(Passage passage, PromptFacts facts) =>
        StoryFacts.Sought(facts) is { } sought
        && passage.Data.Lines.Any(line => line.Contains(sought, StringComparison.OrdinalIgnoreCase));

    private IReadOnlyList<Passage> Interludes(
        Passage shape,
        PromptFacts facts,
        IReadOnlyDictionary<string, Place> places
    )
    {
        var road = places["p1"]; // a breath is taken on the way, not at home
        var tag =
            shape.Data.Value("band") == "a" ? "tiny"
            : shape.Data.Value("interludes") is { } own ? own
            : road.Wet ? "water"
            : road.Skyless ? "space"
            : "land";
        var told = bank.Interludes.Where(i => !Spoils(i, facts)).ToList();
        var fitting = told.Where(i => i.Data.Words("for").Contains(tag));
        // The longest books may need more breaths than their own kind has; those that fit anywhere come last.
        var anywhere = told.Where(i => tag != "tiny" && i.Data.Words("for").Contains("work"))
            .OrderBy(i => tag is "water" or "space" && i.Data.Words("for").Contains("land")); // no hills among stars
        return [.. fitting, .. anywhere.Except(fitting)];
    }

    private static List<StoryBeat> Beats(
        IReadOnlyList<PagePlan.Entry> plan,
        Passage shape,
        IReadOnlyDictionary<string, Place> places,
        Weather? asked,
        Seed seed
    )
    {
        var times = shape.Data.Words("times");
        string[] stages = ["home", "p1", "p2", "p3", "peak", "end"];
        var beats = new List<StoryBeat>();
        foreach (var (entry, index) in plan.Select((e, i) => (e, i)))
        {
            var stage = Array.IndexOf(stages, entry.Stage);
            var time =
                times.Count == 6 && stage >= 0
                    ? Enum.Parse<TimeOfDay>(times[stage], true)
                    : (TimeOfDay)Math.Min(3, Math.Max(0, stage) % 5);
            var place = places[entry.Stage];
            var sky = seed.For(entry.Stage).Unit();
            var weather =
                place.Indoors || place.Wet || place.Skyless ? Weather.Clear
                : asked is { } given && entry.Stage is not "peak" and not "end" ? given
                : place.Setting == Setting.Snow && sky > 0.6 ? Weather.Snow
                : sky > 0.75 ? Weather.Cloudy
                : Weather.Clear;
            beats.Add(new StoryBeat(index + 1, entry.Slot.Source, entry.Stage, time, weather, entry.Helper));
        }
        return beats;
    }

    private static Weather? AskedWeather(string prompt) =>
        prompt.Contains("rainy", StringComparison.OrdinalIgnoreCase)
        || prompt.Contains(" rain", StringComparison.OrdinalIgnoreCase)
            ? Weather.Rain
        : prompt.Contains("foggy", StringComparison.OrdinalIgnoreCase)
        || prompt.Contains(" fog", StringComparison.OrdinalIgnoreCase)
            ? Weather.Fog
        : null;

    private static readonly HashSet<string> Small =
    [
        "a",
        "an",
        "the",
        "and",
        "of",
        "to",
        "in",
        "on",
        "for",
        "at",
        "by",
        "who",
        "from",
        "with",
    ];

    private static string TitleCase(string title) =>
        string.Join(' ', title.Split(' ').Select((w, i) => i > 0 && Small.Contains(w) ? w : English.Capital(w)));
}
