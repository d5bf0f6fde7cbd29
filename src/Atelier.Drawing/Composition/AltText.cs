using Atelier.Drawing.Characters;

namespace Atelier.Drawing.Composition;

/// <summary>Says in a sentence or two what a picture shows.</summary>
internal sealed class AltText
{
    private static readonly HashSet<string> Uncounted = new(
        "bread,cheese,honey,milk,soup,porridge,jam,corn,wheat,hay,straw,wool,soap,money,gold,juice,cocoa,tea".Split(
            ','
        ),
        StringComparer.Ordinal
    );

    public AltText(SceneSpec spec, CharacterSheet sheet, IReadOnlyList<ActorCue> cast, IEnumerable<string> props)
    {
        var people = cast.Select(cue => Person(cue, sheet)).ToList();
        // Out there and down there is no weather.
        var place = spec.Setting is Setting.Space or Setting.Underwater
            ? Place(spec.Setting)
            : Place(spec.Setting) + Hour(spec);
        Title = people.Count == 0 ? Capital(place) : Listed([.. cast.Select(c => Name(c, sheet))]);
        var things = props
            .GroupBy(noun => noun, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => g.Count() == 1 ? WithArticle(g.Key) : $"{g.Count()} times {g.Key}")
            .ToList();
        Description =
            (people.Count == 0 ? Capital(place) + "." : Capital($"{Listed(people)}, {place}."))
            + (things.Count == 0 ? "" : $" There is {Listed(things)}.");
    }

    public string Title { get; }
    public string Description { get; }

    private static string Name(ActorCue cue, CharacterSheet sheet) => sheet.Find(cue.CharacterId)!.Name;

    private static string Person(ActorCue cue, CharacterSheet sheet)
    {
        var look = sheet.Find(cue.CharacterId)!;
        var who = look.Name.Equals(look.Noun, StringComparison.OrdinalIgnoreCase)
            ? look.Name
            : $"{look.Name} the {look.Noun}";
        var feeling = cue.Mood switch
        {
            Mood.Happy => ", happy,",
            Mood.Sad => ", sad,",
            Mood.Surprised => ", surprised,",
            Mood.Worried => ", worried,",
            Mood.Sleepy => ", sleepy,",
            _ => "",
        };
        return $"{who}{feeling} {ActionWords.Of(cue.Action)}{(cue.Holding is null ? "" : $" with {WithArticle(cue.Holding)}")}";
    }

    private static string Place(Setting setting) =>
        setting switch
        {
            Setting.Meadow => "in a meadow",
            Setting.Forest => "in a forest",
            Setting.Seaside => "at the seaside",
            Setting.Underwater => "under water",
            Setting.Mountains => "in the mountains",
            Setting.Desert => "in the desert",
            Setting.City => "in the city",
            Setting.FutureCity => "in the city of the future",
            Setting.VillageStreet => "in a village street",
            Setting.Bedroom => "in a bedroom",
            Setting.Kitchen => "in a kitchen",
            Setting.Classroom => "in a classroom",
            Setting.Space => "out in space",
            Setting.Castle => "at a castle",
            Setting.Farm => "on a farm",
            Setting.Snow => "in the snow",
            _ => "in the jungle",
        };

    private static string Hour(SceneSpec spec)
    {
        var sky = spec.Weather switch
        {
            Weather.Clear => "",
            Weather.Cloudy => " under clouds",
            Weather.Rain => " in the rain",
            Weather.Snow => " while snow falls",
            _ => " in the fog",
        };
        return spec.Time switch
            {
                TimeOfDay.Morning => " in the morning",
                TimeOfDay.Day => "",
                TimeOfDay.Evening => " in the evening",
                _ => " at night",
            } + sky;
    }

    private static string WithArticle(string noun) =>
        noun.Length == 0 || noun.EndsWith('s') || Uncounted.Contains(noun) ? noun
        : "aeiou".Contains(char.ToLowerInvariant(noun[0])) ? $"an {noun}"
        : $"a {noun}";

    private static string Listed(List<string> parts) =>
        parts.Count == 1 ? parts[0] : string.Join(", ", parts.Take(parts.Count - 1)) + " and " + parts[^1];

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
