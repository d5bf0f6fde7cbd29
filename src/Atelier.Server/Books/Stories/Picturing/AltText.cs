using Atelier.Books.Stories.Grammar;
using Atelier.Books.Stories.Telling;
using Atelier.Drawing;

namespace Atelier.Books.Stories.Picturing;

/// <summary>Says what a scene shows, from the scene itself, so that words and picture cannot part.</summary>
internal static class AltText
{
    private static readonly string[] Numbers =
    [
        "no",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
    ];

    public static string Describe(SceneSpec scene, Place place, IReadOnlyList<StoryPerson> cast)
    {
        var people = scene.Actors.Select(a => (Cue: a, Person: cast.First(p => p.Id == a.CharacterId))).ToList();
        var when = When(scene, place);
        if (people.Count == 0)
            return English.Capital($"{place.Name} {when}{With(scene.Props)}.");
        var first = Does(people[0].Cue, people[0].Person);
        var others = people.Skip(1).Select(p => Does(p.Cue, p.Person)).ToList();
        var tail = others.Count == 0 ? "" : ", while " + Join(others);
        return English.Capital($"{first} {place.In} {when}{tail}{With(scene.Props)}.");
    }

    private static string Does(ActorCue cue, StoryPerson person)
    {
        var mood =
            cue.Mood == Mood.Neutral || cue.Action == ActorAction.Sleep
                ? ""
                : $", looking {cue.Mood.ToString().ToLowerInvariant()},";
        var holding = cue.Holding is { } held ? $" with {English.WithArticle(held)}" : "";
        var named =
            person.Name.EndsWith(person.Kind, StringComparison.OrdinalIgnoreCase) || person.Role == "elder"
                ? person.Name
                : $"{person.Name} the {person.Kind}";
        return $"{named} {ActionWords.Of(cue.Action)}{holding}{mood}";
    }

    private static string When(SceneSpec scene, Place place)
    {
        var time = scene.Time switch
        {
            TimeOfDay.Morning => "in the morning",
            TimeOfDay.Day => "by day",
            TimeOfDay.Evening => "in the evening",
            _ => "at night",
        };
        var weather =
            place.Indoors || place.Wet || place.Skyless
                ? ""
                : scene.Weather switch
                {
                    Weather.Rain => ", in the rain",
                    Weather.Fog => ", in the fog",
                    Weather.Snow => ", in falling snow",
                    Weather.Cloudy => ", under a cloudy sky",
                    _ => "",
                };
        return time + weather;
    }

    private static string With(IReadOnlyList<PropCue> props)
    {
        if (props.Count == 0)
            return "";
        var things = Join([
            .. props.Select(p =>
                p.Count == 1
                    ? English.WithArticle(p.Noun)
                    : $"{(p.Count < Numbers.Length ? Numbers[p.Count] : "many")} {English.Plural(p.Noun)}"
            ),
        ]);
        var are = props.Count > 1 || props[0].Count > 1 || English.IsPlural(props[0].Noun) ? "are" : "is";
        return $"; {things} {are} near by";
    }

    private static string Join(List<string> parts) =>
        parts.Count switch
        {
            1 => parts[0].TrimEnd(','),
            _ => (string.Join(", ", parts.Take(parts.Count - 1)) + " and " + parts[^1])
                .TrimEnd(',')
                .Replace(",,", ",", StringComparison.Ordinal),
        };
}
