using Atelier.Drawing;
using Atelier.Videos.Storyboards;

namespace Atelier.Videos.Filming;

public sealed class FilmPlanTests
{
    public static StoryboardScene Scene(double seconds, SceneChange change = SceneChange.Cut) =>
        new("", seconds, Setting.Meadow, TimeOfDay.Day, Weather.Clear, Shot.Wide, CameraMove.Still, change, [], []);

    public static Storyboard Board(params StoryboardScene[] scenes) => new("Film", MusicMood.Calm, [], scenes);

    [Theory]
    [InlineData(1, 24)]
    [InlineData(7.3, 30)]
    [InlineData(20, 30)]
    [InlineData(60, 24)]
    public void Every_frame_belongs_to_exactly_one_scene_and_one_segment(double seconds, int fps)
    {
        var plan = new FilmPlan(Board(Scene(3), Scene(1.7, SceneChange.Crossfade), Scene(9), Scene(0.4)), seconds, fps);

        Assert.Equal((int)Math.Round(seconds * fps, MidpointRounding.AwayFromZero), plan.Frames);
        AssertSeamless(plan.Scenes.Select(s => (s.Start, s.Frames)), plan.Frames);
        AssertSeamless(plan.Segments.Select(s => (s.From, s.Frames)), plan.Frames);
        Assert.All(plan.Segments, s => Assert.InRange(s.From, s.Scene.Start, s.Scene.End - 1));
        Assert.All(plan.Segments, s => Assert.True(s.From + s.Frames <= s.Scene.End));
        Assert.All(plan.Segments, s => Assert.True(s.Frames <= 3.5 * fps + 1));
        Assert.Equal(0, plan.Scenes[0].Fade);
    }

    [Fact]
    public void There_is_something_to_watch_after_one_second_of_film()
    {
        var plan = new FilmPlan(Board(Scene(10), Scene(10)), 20, 30);
        Assert.Equal(30, plan.Segments[0].Frames);
    }

    [Fact]
    public void A_segments_key_follows_what_is_seen_in_it_and_nothing_else()
    {
        var board = Board(Scene(4), Scene(4, SceneChange.Crossfade), Scene(4));
        var before = Keys(board);
        Assert.Equal(
            before,
            Keys(board with { Scenes = [board.Scenes[0] with { Narration = "Hello" }, .. board.Scenes.Skip(1)] })
        );

        // The first scene is still seen while the second fades in.
        var after = Keys(
            board with
            {
                Scenes = [board.Scenes[0] with { Time = TimeOfDay.Night }, .. board.Scenes.Skip(1)],
            }
        );
        var plan = new FilmPlan(board, 12, 24);
        foreach (var (segment, same) in plan.Segments.Zip(before.Zip(after, (a, b) => a == b)))
            Assert.Equal(
                segment.Scene.Number == 2 || (segment.Scene.Number == 1 && segment.From > segment.Scene.Start),
                same
            );

        static string[] Keys(Storyboard board)
        {
            var plan = new FilmPlan(board, 12, 24);
            var format = FilmFormat.Of("480p", "low", "16:9", 24);
            return [.. plan.Segments.Select(s => SegmentKey.Picture(s, plan, board, format, 1))];
        }
    }

    private static void AssertSeamless(IEnumerable<(int From, int Frames)> runs, int frames)
    {
        var next = 0;
        foreach (var (from, count) in runs)
        {
            Assert.Equal(next, from);
            Assert.True(count > 0);
            next += count;
        }
        Assert.Equal(frames, next);
    }
}
