using Atelier.Drawing;
using Atelier.Videos.Storyboards;

namespace Atelier.Videos.Filming;

/// <summary>Where the camera looks at a moment.</summary>
/// <param name="X">How far it has gone, in points; <paramref name="Y"/> downwards.</param>
/// <param name="Zoom">1 shows the whole picture.</param>
internal readonly record struct View(double X, double Y, double Zoom);

/// <summary>The move of one shot, from rest to rest.</summary>
internal sealed class Camera(CameraMove move, PageFrame page, double seconds)
{
    private const double Reach = 0.045; // of the longer side; scenes are painted 5 % beyond every edge
    private const double Nearest = 1.16;

    public View At(double time)
    {
        var way = Eased(seconds <= 0 ? 0 : Math.Clamp(time / seconds, 0, 1));
        var reach = Reach * Math.Max(page.Width, page.Height);
        return move switch
        {
            CameraMove.PanRight => new(reach * (2 * way - 1), 0, 1),
            CameraMove.PanLeft => new(reach * (1 - 2 * way), 0, 1),
            CameraMove.TiltDown => new(0, reach * 0.7 * (2 * way - 1), 1),
            CameraMove.TiltUp => new(0, reach * 0.7 * (1 - 2 * way), 1),
            CameraMove.PushIn => new(0, 0, 1 + (Nearest - 1) * way),
            CameraMove.PullOut => new(0, 0, Nearest - (Nearest - 1) * way),
            _ => new(0, 0, 1),
        };
    }

    // Gets going and comes to rest over a fifth of the way each, and is even in between.
    private static double Eased(double share)
    {
        const double ramp = 0.2;
        const double top = 1 / (1 - ramp);
        return share < ramp ? top * share * share / (2 * ramp)
            : share > 1 - ramp ? 1 - top * (1 - share) * (1 - share) / (2 * ramp)
            : top * (share - ramp / 2);
    }
}
