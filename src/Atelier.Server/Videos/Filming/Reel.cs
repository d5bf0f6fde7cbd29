using Atelier.Drawing;
using Atelier.Videos.Storyboards;

namespace Atelier.Videos.Filming;

/// <summary>A whole film to be rendered: prepares its scenes when they are first wanted and draws any frame of it.</summary>
/// <param name="folder">For what is only needed while a scene is prepared.</param>
/// <param name="keptScenes">In memory; those before are not wanted again, because segments are made in order.</param>
internal sealed class Reel(
    Storyboard board,
    FilmPlan plan,
    FilmFormat format,
    FilmSet set,
    Seed seed,
    string folder,
    int keptScenes
)
{
    private readonly SortedDictionary<int, Task<FilmedScene>> _scenes = [];
    private readonly Lock _access = new();

    /// <summary>Makes everything ready that a segment shows.</summary>
    /// <returns>Draws a frame by its number within the segment. Not for two threads at a time.</returns>
    public async Task<Action<int, Frame>> OpenAsync(PlannedSegment segment, CancellationToken cancel)
    {
        var scene = await SceneAsync(segment.Scene.Number, cancel);
        var into = segment.From - segment.Scene.Start;
        var fade = segment.Scene.Fade;
        var (spare, lens) = (new Frame(format.Width, format.Height), new Lens(format.Width, format.Height));
        if (into >= fade)
            return (number, frame) => scene.Draw(into + number, frame, spare, lens);

        var before = plan.Scenes.Last(s => s.End == segment.Scene.Start);
        var leaving = await SceneAsync(before.Number, cancel);
        var other = new Frame(format.Width, format.Height);
        return (number, frame) =>
        {
            var at = into + number;
            scene.Draw(at, frame, spare, lens);
            if (at >= fade)
                return;
            leaving.Draw(before.Frames + at, other, spare, lens);
            frame.Mix(other, 256 - 256 * (at + 1) / (fade + 1));
        };
    }

    private Task<FilmedScene> SceneAsync(int number, CancellationToken cancel)
    {
        lock (_access)
        {
            if (_scenes.TryGetValue(number, out var known) && !known.IsFaulted && !known.IsCanceled)
                return known;
            while (_scenes.Count >= keptScenes)
                _scenes.Remove(_scenes.Keys.First());
            return _scenes[number] = Task.Run(() => PrepareAsync(number, cancel), cancel);
        }
    }

    private async Task<FilmedScene> PrepareAsync(int number, CancellationToken cancel)
    {
        // As long as it is shown: the storyboard's lengths need not add up to the film's.
        var shown = plan.Scenes.Single(s => s.Number == number).Frames / (double)format.Fps;
        var scene = board.Scenes[number] with { Seconds = shown };
        var picture = set.Compose(board, number, format, seed);
        return await FilmedScene.PrepareAsync(
            set.Elements(picture, scene, format, seed),
            picture,
            new Camera(scene.Camera, format.Page, scene.Seconds),
            format,
            Path.Combine(folder, $"scene-{number}"),
            cancel
        );
    }
}
