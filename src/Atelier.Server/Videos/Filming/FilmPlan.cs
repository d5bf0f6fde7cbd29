using Atelier.Videos.Storyboards;

namespace Atelier.Videos.Filming;

/// <summary>One scene's place in the film.</summary>
/// <param name="Start">Its first frame; <paramref name="Fade"/> frames from there it shares with the scene before.</param>
internal sealed record PlannedScene(int Number, int Start, int Frames, int Fade)
{
    public int End => Start + Frames;
}

/// <summary>A run of frames within one scene that is encoded by itself.</summary>
/// <param name="From">First frame of the film.</param>
internal sealed record PlannedSegment(int Number, PlannedScene Scene, int From, int Frames);

/// <summary>Which frame belongs to which scene and segment: exact, and the same wherever it is worked out.</summary>
internal sealed class FilmPlan
{
    private const double FadeSeconds = 0.5;
    private const double LongestSegment = 3.5; // seconds: what a crash can cost
    private const double FirstSegment = 1; // the sooner there is something to watch

    public FilmPlan(Storyboard board, double seconds, int fps)
    {
        Frames = (int)Math.Round(seconds * fps, MidpointRounding.AwayFromZero);
        var all = board.Scenes.Sum(scene => scene.Seconds);
        var (scenes, segments) = (new List<PlannedScene>(), new List<PlannedSegment>());
        var (passed, start) = (0.0, 0);
        for (var i = 0; i < board.Scenes.Count; i++)
        {
            passed += board.Scenes[i].Seconds;
            var end = (int)Math.Round(passed / all * Frames, MidpointRounding.AwayFromZero);
            if (end <= start)
                continue; // shorter than a frame
            var longest = (int)(FadeSeconds * fps);
            var fade =
                i > 0 && board.Scenes[i].Change == SceneChange.Crossfade ? Math.Min(longest, (end - start) / 3) : 0;
            var scene = new PlannedScene(i, start, end - start, scenes.Count == 0 ? 0 : fade);
            scenes.Add(scene);
            Divide(scene, fps, segments);
            start = end;
        }
        (Scenes, Segments) = (scenes, segments);
    }

    public int Frames { get; }
    public IReadOnlyList<PlannedScene> Scenes { get; }
    public IReadOnlyList<PlannedSegment> Segments { get; }

    private static void Divide(PlannedScene scene, int fps, List<PlannedSegment> segments)
    {
        var from = scene.Start;
        if (segments.Count == 0 && scene.Frames > 2 * FirstSegment * fps)
            Add((int)(FirstSegment * fps));
        var rest = scene.End - from;
        var parts = (int)Math.Ceiling(rest / (LongestSegment * fps));
        for (var part = 0; part < parts; part++)
            Add((rest * (part + 1) / parts) - (rest * part / parts));

        void Add(int frames)
        {
            segments.Add(new PlannedSegment(segments.Count, scene, from, frames));
            from += frames;
        }
    }
}
