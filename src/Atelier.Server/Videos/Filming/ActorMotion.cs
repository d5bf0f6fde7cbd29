using Atelier.Drawing;
using Atelier.Drawing.Art;
using Atelier.Drawing.Composition;

namespace Atelier.Videos.Filming;

/// <summary>
/// How somebody moves, the way paper figures do: a few drawings shown in turn, and the figure carried along its way.
/// </summary>
internal static class ActorMotion
{
    private const double Twist = 2.4; // degrees to either side

    /// <param name="page">In points.</param>
    /// <param name="seconds">Length of the scene.</param>
    public static Element Of(SceneFigure figure, PageFrame page, double seconds, Seed seed)
    {
        var cue = figure.Cue!;
        var height = figure.Bounds.Height;
        var start = seed.Between(0, 1);
        return cue.Action switch
        {
            ActorAction.Walk => Going(
                figure,
                page,
                seconds,
                start,
                ActorAction.Stand,
                stride: 0.55,
                pace: 3.2,
                hop: 0.022
            ),
            ActorAction.Run => Going(
                figure,
                page,
                seconds,
                start,
                ActorAction.Walk,
                stride: 1.05,
                pace: 4.6,
                hop: 0.05
            ),
            ActorAction.Fly => Flying(figure, page, seconds, start),
            ActorAction.Swim => Flying(figure, page, seconds, start),
            ActorAction.Jump => InTurn(figure, ActorAction.Jump, t => new(0, 0, -height * 0.3 * Hop(t / 0.95 + start))),
            ActorAction.Dance => InTurn(
                figure,
                ActorAction.Wave,
                t =>
                    new(
                        Beat(t * 2.2 + start, 4),
                        height * 0.05 * Wave(t * 0.9 + start),
                        -height * 0.05 * Hop(t * 2.2 + start)
                    )
            ),
            ActorAction.Talk => InTurn(
                figure,
                ActorAction.Stand,
                t => new(Talking(t + start), 0, Breath(t + start, height))
            ),
            ActorAction.Wave => InTurn(
                figure,
                ActorAction.Stand,
                t => new(Beat(t * 2.6 + start, 4), 0, Breath(t + start, height))
            ),
            ActorAction.Hug => InTurn(figure, ActorAction.Hug, t => new(Rocking(t * 0.5 + start), 0, 0)),
            ActorAction.Sleep => InTurn(
                figure,
                ActorAction.Sleep,
                t => new(0, 0, height * 0.008 * Wave(t * 0.28 + start))
            ),
            _ => InTurn(figure, cue.Action, t => new(0, 0, Breath(t + start, height))),
        };
    }

    /// <summary>A thing that hangs in the air or floats keeps swaying; one that stands does not.</summary>
    public static Element Of(SceneFigure thing, Seed seed)
    {
        var start = seed.Between(0, 1);
        var reach = thing.Bounds.Height;
        return thing.Habitat switch
        {
            Habitat.Air => new Element(
                [new Cutting(thing.Svg, thing.Bounds)],
                0.5,
                t => new(0, reach * 0.16 * Wave(t * 0.16 + start), reach * 0.07 * Wave(t * 0.4 + start))
            ),
            Habitat.Water => new Element(
                [new Cutting(thing.Svg, thing.Bounds)],
                0.7,
                t => new(0, reach * 0.05 * Wave(t * 0.18 + start), reach * 0.025 * Wave(t * 0.45 + start))
            ),
            _ => Element.Fixed(thing.Svg, thing.Bounds, thing.Layer == "foreground" ? 0.85 : 0.75),
        };
    }

    private static Element Going(
        SceneFigure figure,
        PageFrame page,
        double seconds,
        double start,
        ActorAction other,
        double stride, // heights a second
        double pace, // steps a second
        double hop // heights
    )
    {
        var (side, height) = (figure.FacesRight ? 1 : -1, figure.Bounds.Height);
        // Before and behind it there is only so much room; half of the way is behind the middle of the scene.
        var room = side > 0 ? page.Width * 0.97 - figure.Bounds.Right : figure.Bounds.X - page.Width * 0.03;
        var behind = side > 0 ? figure.Bounds.X - page.Width * 0.03 : page.Width * 0.97 - figure.Bounds.Right;
        var way = stride * height * seconds;
        var (before, after) = (Math.Min(way / 2, Math.Max(0, behind)), Math.Min(way / 2, Math.Max(0, room)));
        return InTurn(
            figure,
            other,
            t =>
                new(
                    Beat(t * pace + start, 4),
                    side * (-before + (before + after) * Math.Clamp(t / seconds, 0, 1)),
                    -height * hop * Hop(t * pace / 2 + start)
                )
        );
    }

    private static Element Flying(SceneFigure figure, PageFrame page, double seconds, double start)
    {
        var (side, height) = (figure.FacesRight ? 1 : -1, figure.Bounds.Height);
        var ahead = side > 0 ? page.Width - figure.Bounds.Right : figure.Bounds.X;
        var behind = side > 0 ? figure.Bounds.X : page.Width - figure.Bounds.Right;
        var way = height * 0.5 * seconds / 2;
        var (before, after) = (Math.Min(way, Math.Max(0, behind)), Math.Min(way, Math.Max(0, ahead)));
        var lift = Math.Min(height * 0.12, Math.Max(0, figure.Bounds.Y));
        return InTurn(
            figure,
            figure.Cue!.Action,
            t =>
                new(
                    Rocking(t * 0.7 + start),
                    side * (-before + (before + after) * Math.Clamp(t / seconds, 0, 1)),
                    lift * Wave(t * 0.55 + start)
                )
        );
    }

    // Upright, leaning back, the other pose, leaning forward: drawings 0 to 3.
    private static Element InTurn(SceneFigure figure, ActorAction other, Func<double, Placement> at)
    {
        var pose = other == figure.Cue!.Action ? (figure.Svg, figure.Bounds) : figure.Posed(other);
        return new Element(
            [
                new Cutting(figure.Svg, figure.Bounds),
                Turned(figure.Svg, figure.Bounds, -Twist),
                new Cutting(pose.Item1, pose.Item2),
                Turned(figure.Svg, figure.Bounds, Twist),
            ],
            0.75,
            at
        );
    }

    private static Cutting Turned(string svg, Box bounds, double degrees)
    {
        // About the feet; what leans over needs a little more room.
        var more = bounds.Height * Math.Sin(Twist * Math.PI / 180) + 1;
        var (x, y) = (Number(bounds.CentreX), Number(bounds.Bottom));
        return new Cutting(
            $"<g transform=\"rotate({Number(degrees)} {x} {y})\">{svg}</g>",
            new Box(bounds.X - more, bounds.Y - more / 2, bounds.Width + 2 * more, bounds.Height + more)
        );
    }

    private static string Number(double value) =>
        Math.Round(value, 2).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static double Wave(double turns) => Math.Sin(turns * 2 * Math.PI);

    private static double Hop(double steps) => Math.Abs(Math.Sin(steps * Math.PI));

    private static double Breath(double seconds, double height) => height * 0.006 * Wave(seconds * 0.45);

    private static int Beat(double beats, int drawings) => (int)Math.Floor(beats) % drawings;

    private static int Rocking(double turns) =>
        Beat(turns * 4, 4) is 1 ? 1
        : Beat(turns * 4, 4) is 3 ? 3
        : 0;

    // Open, shut, open, open, shut: even as a clock looks like a machine.
    private static int Talking(double seconds) => (int)(seconds * 5) % 5 is 1 or 4 ? 2 : 0;
}
