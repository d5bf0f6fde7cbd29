using System.Globalization;
using Atelier.Drawing;
using Atelier.Generation;
using Atelier.Videos.Storyboards;

namespace Atelier.Videos.Scripts;

/// <summary>
/// Has a chat model write the storyboard. Its answer is checked and mended by the model at most twice; when that fails the
/// built-in writer takes over and the film says so.
/// </summary>
internal sealed class ModelScriptWriter(IChatModel chat, IScriptWriter builtIn) : IScriptWriter
{
    private const double SecondsAScene = 5;
    private const double WordsASecond = 2.4;

    private const string Task = """
        You write storyboards of short animated films. Each scene is one shot: a place, an hour, who does what, what moves by itself, a camera move, and one or two plain sentences that are read aloud over it.
        Characters are named by an id and one English noun that can be drawn (dog, girl, robot). Things are plain English nouns that can be drawn; those that cross the picture by themselves have a travel.
        Vary shots and camera moves, and cross-fade only where place or time changes. Show what was asked for, and nothing frightening, cruel or commercial. Narration is in the language of the request.
        """;

    public async Task<(Storyboard Board, IReadOnlyList<string> Notes)> WriteAsync(
        VideoOrder order,
        Seed seed,
        Budget budget,
        CancellationToken cancel
    )
    {
        var scenes = Math.Clamp((int)Math.Round(order.Duration / SecondsAScene), 1, 14);
        var words = Math.Max(4, (int)(order.Duration * WordsASecond));
        var question = new JsonQuestion<ModelScript>(
            "storyboard",
            Task,
            string.Create(
                CultureInfo.InvariantCulture,
                $"A film of {order.Duration:0.#} seconds in about {scenes} scenes; at most {words} words are read aloud.\nThe request: {order.Prompt}"
            ),
            answer => ModelScriptCheck.Problems(answer, scenes, words)
        );
        var answer = await chat.AskAsync(question, budget, cancel);
        if (answer.Value is { } script)
            return (BoardOf(script, order.Duration), []);
        var (board, notes) = await builtIn.WriteAsync(order, seed, budget, cancel);
        var why = $"The built-in writer wrote this film, because {chat.Name} could not: {answer.Failure!.Detail}";
        return (board, [.. notes, why]);
    }

    /// <summary>Scenes are as long as their words take to read, and all together as long as the film.</summary>
    private Storyboard BoardOf(ModelScript script, double seconds)
    {
        var lengths = script.Scenes.Select(scene =>
            Math.Max(2, scene.Narration.Count(c => c == ' ') / WordsASecond + 1)
        );
        var factor = seconds / lengths.Sum();
        return new Storyboard(
            PromptReading.Clean(script.Title),
            script.Music,
            [.. script.Cast.Select(person => new StoryboardCharacter(person.Id, PromptReading.Clean(person.Noun)))],
            [
                .. script.Scenes.Zip(
                    lengths,
                    (scene, length) =>
                        new StoryboardScene(
                            PromptReading.Clean(scene.Narration),
                            Math.Round(length * factor, 3),
                            scene.Setting,
                            scene.Time,
                            scene.Weather,
                            scene.Shot,
                            scene.Camera,
                            scene.Change,
                            [
                                .. scene
                                    .Actors.DistinctBy(actor => actor.Character)
                                    .Select(actor => new StoryboardActor(
                                        actor.Character,
                                        actor.Action,
                                        actor.Mood,
                                        actor.Holding
                                    )),
                            ],
                            [
                                .. scene.Things.Select(thing => new StoryboardThing(
                                    PromptReading.Clean(thing.Noun),
                                    thing.Count,
                                    thing.Travel
                                )),
                            ]
                        )
                ),
            ],
            chat.Name
        );
    }
}
