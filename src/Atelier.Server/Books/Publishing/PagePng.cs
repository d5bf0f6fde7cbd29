using System.Globalization;
using System.Text;
using Atelier.Platform.Processes;

namespace Atelier.Books.Publishing;

/// <summary>A page's SVG as pixels, for previews and thumbnails.</summary>
internal static class PagePng
{
    /// <param name="width">Pixels; the height follows from the page.</param>
    public static async Task<(byte[]? Png, ExportFailure? Failure)> RenderAsync(
        string svg,
        int width,
        CancellationToken cancel
    )
    {
        var run = await ChildProcess.RunAsync(
            new(
                "rsvg-convert",
                ["--format=png", string.Create(CultureInfo.InvariantCulture, $"--width={width}"), "--keep-aspect-ratio"]
            )
            {
                Input = Encoding.UTF8.GetBytes(svg),
            },
            cancel
        );
        return run.Succeeded ? (run.Output.ToArray(), null) : (null, ExportFailure.Of(run));
    }
}
