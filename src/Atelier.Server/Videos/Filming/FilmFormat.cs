using System.Globalization;
using Atelier.Drawing;

namespace Atelier.Videos.Filming;

/// <summary>Measures and encoder settings of one film.</summary>
/// <param name="Width">Pixels, even; so is <paramref name="Height"/>.</param>
/// <param name="Preset">Of x264.</param>
/// <param name="Crf">Constant rate factor of x264: lower is better and larger.</param>
internal sealed record FilmFormat(int Width, int Height, int Fps, string Preset, int Crf)
{
    private const double LongSide = 960; // points

    private static readonly Dictionary<string, (int Long, int Short)> Sizes = new()
    {
        ["480p"] = (854, 480),
        ["720p"] = (1280, 720),
        ["1080p"] = (1920, 1080),
        ["4k"] = (3840, 2160),
    };

    public static FilmFormat Of(string resolution, string quality, string aspect, int fps)
    {
        var (across, along) = Sizes[resolution];
        var (width, height) = aspect switch
        {
            "9:16" => (along, across),
            "1:1" => (along, along),
            _ => (across, along),
        };
        var (preset, crf) = quality switch
        {
            "low" => ("superfast", 28),
            "medium" => ("veryfast", 23),
            // The same picture as a slower preset gives, for half the time; at 4K even that takes too long.
            _ => resolution == "4k" ? ("superfast", 20) : ("veryfast", 18),
        };
        return new FilmFormat(width, height, fps, preset, crf);
    }

    /// <summary>Pixels per point: a scene is laid out in points, so that it looks the same at every resolution.</summary>
    public double Scale => Math.Max(Width, Height) / (Width == Height ? LongSide * 0.75 : LongSide);

    /// <summary>The picture in points, with a margin that faces keep to.</summary>
    public PageFrame Page
    {
        get
        {
            var (width, height) = (Width / Scale, Height / Scale);
            return new PageFrame(width, height, new Box(0, 0, width, height).Inset(Math.Min(width, height) * 0.06));
        }
    }

    public int FramesOf(double seconds) => (int)Math.Round(seconds * Fps, MidpointRounding.AwayFromZero);

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Width}x{Height}@{Fps} {Preset} crf {Crf}");
}
