using System.Globalization;
using Atelier.Drawing;
using Atelier.Videos.Storyboards;

namespace Atelier.Videos.Scripts;

/// <summary>What a chat model is asked for; its JSON schema is made from these records.</summary>
internal sealed record ModelScript(
    string Title,
    MusicMood Music,
    IReadOnlyList<ModelPerson> Cast,
    IReadOnlyList<ModelScene> Scenes
);

internal sealed record ModelPerson(string Id, string Noun);

internal sealed record ModelScene(
    string Narration,
    Setting Setting,
    TimeOfDay Time,
    Weather Weather,
    Shot Shot,
    CameraMove Camera,
    SceneChange Change,
    IReadOnlyList<ModelActor> Actors,
    IReadOnlyList<ModelThing> Things
);

/// <param name="Character">An id of the cast.</param>
internal sealed record ModelActor(string Character, ActorAction Action, Mood Mood, string? Holding);

internal sealed record ModelThing(string Noun, int Count, Travel? Travel);

/// <summary>What is wrong with a model's script beyond its schema, as sentences the model can act on.</summary>
internal static class ModelScriptCheck
{
    public static IReadOnlyList<string> Problems(ModelScript script, int scenes, int words)
    {
        var problems = new List<string>();
        Length("title", script.Title, 1, 120);
        if (script.Scenes.Count == 0 || script.Scenes.Count > scenes + 2)
            problems.Add(Text($"The film must have about {scenes} scenes, not {script.Scenes.Count}."));
        if (script.Cast.Count > 6)
            problems.Add("The cast may have 6 characters at most.");
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var person in script.Cast)
        {
            Length("id of a character", person.Id, 1, 40);
            Length("noun of a character", person.Noun, 1, 60);
            if (!ids.Add(person.Id))
                problems.Add("Two characters have the same id.");
        }
        var said = script.Scenes.Sum(scene => scene.Narration.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length);
        if (said > words)
            problems.Add(Text($"The narration has {said} words; {words} can be read in the time there is."));
        foreach (var (i, scene) in script.Scenes.Index())
        {
            var where = Text($"scene {i + 1}");
            Length($"narration of {where}", scene.Narration, 0, 1000);
            if (scene.Actors.Count > 4 || scene.Things.Count > 6)
                problems.Add($"There may be 4 actors and 6 things at most in {where}.");
            if (scene.Actors.Any(actor => !ids.Contains(actor.Character)))
                problems.Add($"Somebody in {where} is not in the cast.");
            foreach (var thing in scene.Things)
            {
                Length($"noun of a thing in {where}", thing.Noun, 1, 60);
                if (thing.Count is < 1 or > 6)
                    problems.Add($"A thing's count in {where} must be 1 to 6.");
            }
            foreach (var actor in scene.Actors)
                Length($"holding in {where}", actor.Holding ?? "", 0, 60);
        }
        return problems;

        void Length(string what, string text, int least, int most)
        {
            if (text.Trim().Length < least || text.Length > most)
                problems.Add(Text($"The {what} must have {least} to {most} characters."));
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
