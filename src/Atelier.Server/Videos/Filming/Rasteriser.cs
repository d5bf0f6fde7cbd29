using System.Globalization;
using System.Text;
using Atelier.Drawing;
using Atelier.Platform.Processes;

namespace Atelier.Videos.Filming;

/// <summary>A piece of a scene to be rasterised: an SVG fragment and the part of the page it covers, in points.</summary>
internal readonly record struct Cutting(string Svg, Box Box);

/// <summary>
/// SVG to pixels, all pieces of a scene in one run of ffmpeg: its librsvg hands over premultiplied RGBA, and no PNG is
/// written that would be read again.
/// </summary>
internal static class Rasteriser
{
    private const int MostPieces = 48; // at once: each has a file open and a picture in memory

    /// <param name="defs">Gradients and clips that the fragments refer to.</param>
    /// <param name="scale">Pixels per point.</param>
    /// <param name="folder">Of this call alone; nothing is left in it.</param>
    /// <returns>One for each piece, in order; pieces that look alike share theirs.</returns>
    public static async Task<IReadOnlyList<Sprite>> RenderAsync(
        IReadOnlyList<Cutting> pieces,
        string defs,
        double scale,
        string folder,
        CancellationToken cancel
    )
    {
        var different = pieces.Distinct().ToArray();
        var made = new Dictionary<Cutting, Sprite>(different.Length);
        foreach (var some in different.Chunk(MostPieces))
        foreach (var (piece, sprite) in some.Zip(await RunAsync(some, defs, scale, folder, cancel)))
            made[piece] = sprite;
        return [.. pieces.Select(piece => made[piece])];
    }

    private static async Task<Sprite[]> RunAsync(
        Cutting[] pieces,
        string defs,
        double scale,
        string folder,
        CancellationToken cancel
    )
    {
        Directory.CreateDirectory(folder);
        var areas = pieces.Select(piece => Pixels(piece.Box, scale)).ToArray();
        try
        {
            var arguments = new List<string> { "-hide_banner", "-loglevel", "error", "-nostdin", "-y" };
            for (var i = 0; i < pieces.Length; i++)
            {
                await File.WriteAllTextAsync(Name(i, "svg"), Document(pieces[i].Svg, defs, areas[i], scale), cancel);
                arguments.AddRange(["-f", "svg_pipe", "-i", Name(i, "svg")]);
            }
            for (var i = 0; i < pieces.Length; i++)
                arguments.AddRange(["-map", $"{i}:v", "-f", "rawvideo", "-pix_fmt", "rgba", Name(i, "raw")]);
            var run = await ChildProcess.RunAsync(
                new("ffmpeg", arguments) { MemoryBytes = 6L << 30, Timeout = TimeSpan.FromMinutes(3) },
                cancel
            );
            if (!run.Succeeded)
                throw FilmingFailure.Of(run);
            var sprites = new Sprite[pieces.Length];
            Parallel.For(
                0,
                pieces.Length,
                new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancel },
                i =>
                {
                    var (x, y, width, height) = areas[i];
                    sprites[i] = new Sprite(x, y, width, height, File.ReadAllBytes(Name(i, "raw")));
                }
            );
            return sprites;
        }
        finally
        {
            for (var i = 0; i < pieces.Length; i++)
            {
                File.Delete(Name(i, "svg"));
                File.Delete(Name(i, "raw"));
            }
        }

        string Name(int index, string ending) => Path.Combine(folder, $"{index}.{ending}");
    }

    private static (int X, int Y, int Width, int Height) Pixels(Box box, double scale)
    {
        var (x, y) = ((int)Math.Floor(box.X * scale), (int)Math.Floor(box.Y * scale));
        var (right, bottom) = ((int)Math.Ceiling(box.Right * scale), (int)Math.Ceiling(box.Bottom * scale));
        return (x, y, Math.Max(2, right - x), Math.Max(2, bottom - y));
    }

    private static string Document(
        string fragment,
        string defs,
        (int X, int Y, int Width, int Height) area,
        double scale
    ) =>
        new StringBuilder(fragment.Length + defs.Length + 300)
            .Append(
                CultureInfo.InvariantCulture,
                $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{area.Width}\" height=\"{area.Height}\" "
            )
            .Append(CultureInfo.InvariantCulture, $"viewBox=\"{area.X / scale:R} {area.Y / scale:R} ")
            .Append(CultureInfo.InvariantCulture, $"{area.Width / scale:R} {area.Height / scale:R}\"><defs>")
            .Append(defs)
            .Append("</defs>")
            .Append(fragment)
            .Append("</svg>")
            .ToString();
}
