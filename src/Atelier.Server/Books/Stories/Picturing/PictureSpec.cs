using Atelier.Books.Stories.Grammar;
using Atelier.Books.Stories.Telling;
using Atelier.Drawing;

namespace Atelier.Books.Stories.Picturing;

/// <summary>
/// Reads the picture line of a template, "wide night @p2 | hero walk happy lantern; pal sit | moon, star*3", into a
/// scene: what the line leaves open comes from the beat and the place.
/// </summary>
internal sealed class PictureSpec(StoryOutline outline, Teller teller, Vocabulary vocabulary, Seed seed)
{
    private readonly Dictionary<string, int> _propsShown = new(StringComparer.Ordinal);
    private SceneSpec? _last;
    private bool _found;

    public SceneSpec Draw(string line, StoryBeat beat)
    {
        var parts = line.Split('|');
        var stage = StageOf(line, beat);
        var (time, weather, shot) = (beat.Time, beat.Weather, (Shot?)null);
        foreach (var word in parts[0].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Enum.TryParse<TimeOfDay>(word, true, out var t))
                time = t;
            else if (Enum.TryParse<Shot>(word, true, out var s))
                shot = s;
            else if (Enum.TryParse<Weather>(word, true, out var w))
                weather = w;
        }
        _found |=
            line.Contains("{doneprop}", StringComparison.Ordinal)
            || beat.Stage == "end"
            || (beat.Stage == "peak" && line.Contains("{thing_noun}", StringComparison.Ordinal));
        var place = teller.PlaceAt(stage);
        if (place.Indoors || place.Wet || place.Skyless)
            weather = Weather.Clear;
        var actors = parts.Length > 1 ? Actors(parts[1], beat, place) : [new ActorCue("hero")];
        var props = parts.Length > 2 ? Props(parts[2], beat) : [];
        if (props.Count == 0) // what the words speak of is enough; only a bare page gets something of its place
            props = PlaceProps(place, props);
        var chosen = shot ?? (actors.Count > 2 ? Shot.Wide : Shot.Medium);
        var scene = new SceneSpec(place.Setting, time, weather, chosen, actors, props, !_found && Seeks(time));
        if (
            _last is { } last
            && last.Shot == scene.Shot
            && last.Setting == scene.Setting
            && last.Actors.SequenceEqual(scene.Actors)
        )
            scene = scene with
            {
                Shot = scene.Shot == Shot.Medium ? (beat.Page % 2 == 0 ? Shot.Wide : Shot.Close) : Shot.Medium,
            };
        return _last = scene;
    }

    /// <summary>Where a page plays: where its picture line says, else where the story is; and who sleeps at home sleeps in bed.</summary>
    public static string StageOf(string line, StoryBeat beat)
    {
        var parts = line.Split('|');
        var stage = parts[0].Split(' ').FirstOrDefault(w => w.StartsWith('@'))?[1..] ?? beat.Stage;
        return stage is "home" or "end" && parts.Length > 1 && parts[1].Contains("hero sleep", StringComparison.Ordinal)
            ? "bed"
            : stage;
    }

    // Who looks for the moon must not walk beneath it until it is found.
    private bool Seeks(TimeOfDay time) =>
        outline.Facts.GetValueOrDefault("sought") == (time == TimeOfDay.Night ? "moon" : "sun");

    private List<ActorCue> Actors(string text, StoryBeat beat, Place place)
    {
        var actors = new List<ActorCue>();
        foreach (var cue in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var words = cue.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var role = words[0] == "helper" ? beat.Helper ?? "h1" : words[0];
            var person = outline.Cast.FirstOrDefault(p => p.Role == role);
            if (person is null || actors.Any(a => a.CharacterId == person.Id))
                continue;
            var (action, mood, holding) = (ActorAction.Stand, Mood.Neutral, (string?)null);
            foreach (var word in words.Skip(1))
            {
                if (Enum.TryParse<ActorAction>(word, true, out var a))
                    action = a;
                else if (Enum.TryParse<Mood>(word, true, out var m))
                    mood = m;
                else
                    holding = Noun(word, beat);
            }
            actors.Add(new ActorCue(person.Id, Suit(action, person, place), mood, holding));
        }
        return actors;
    }

    // Fish do not walk and nobody runs under water.
    private ActorAction Suit(ActorAction action, StoryPerson person, Place place)
    {
        if (action is not (ActorAction.Walk or ActorAction.Run))
            return action;
        var kind = vocabulary.KindOf(person.Kind);
        if (place.Wet)
            return ActorAction.Swim;
        if (place.Key == "space")
            return ActorAction.Fly;
        return kind?.Move == "air" && action == ActorAction.Run ? ActorAction.Fly : action;
    }

    private List<PropCue> Props(string text, StoryBeat beat)
    {
        var props = new List<PropCue>();
        foreach (var cue in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var star = cue.IndexOf('*', StringComparison.Ordinal);
            var noun = Noun(star > 0 ? cue[..star] : cue, beat);
            if (noun.Length > 0 && props.All(p => p.Noun != noun))
                props.Add(new PropCue(noun, star > 0 ? cue[star + 1] - '0' : 1));
        }
        return props;
    }

    private string Noun(string word, StoryBeat beat)
    {
        var told = word.Contains('{', StringComparison.Ordinal)
            ? teller.Tell(word, "picture", beat.Stage, beat.Helper)
            : word;
        foreach (var article in new[] { "a ", "an ", "the " })
            if (told.StartsWith(article, StringComparison.Ordinal))
                told = told[article.Length..];
        return told.Replace('_', ' ');
    }

    // Things of the place take turns, so that two pages in a row do not look alike.
    private List<PropCue> PlaceProps(Place place, List<PropCue> shown)
    {
        var props = new List<PropCue>();
        var turn = _propsShown[place.Key] =
            _propsShown.GetValueOrDefault(place.Key, seed.For(place.Key).Below(place.Props.Count)) + 1;
        var noun = place.Props[turn % place.Props.Count];
        if (shown.All(p => p.Noun != noun))
            props.Add(new PropCue(noun));
        return props;
    }
}
