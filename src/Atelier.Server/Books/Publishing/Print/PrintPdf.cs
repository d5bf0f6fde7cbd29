using System.Text;
using Atelier.Books.Publishing.Pages;
using Atelier.Platform.Processes;

namespace Atelier.Books.Publishing.Print;

/// <summary>
/// Pages to one vector PDF: rsvg-convert draws and embeds the fonts, qpdf sets the printer's boxes and takes out all
/// metadata. The bytes depend on the pages alone.
/// </summary>
internal static class PrintPdf
{
    private static readonly Dictionary<string, string> NoClock = new() { ["SOURCE_DATE_EPOCH"] = "0" };

    /// <param name="work">A folder for working files; left behind for the caller to delete.</param>
    /// <returns>The PDF, or why there is none.</returns>
    public static async Task<(byte[]? Pdf, ExportFailure? Failure)> RenderAsync(
        IReadOnlyList<ComposedPage> pages,
        StagedFolder work,
        CancellationToken cancel
    )
    {
        var names = new List<string>();
        foreach (var page in pages)
        {
            names.Add($"{page.Kind}-{page.Number:000}.svg");
            await work.WriteAsync(names[^1], Encoding.UTF8.GetBytes(page.ToSvg()), cancel);
        }

        var drawn = await ChildProcess.RunAsync(
            new("rsvg-convert", ["--format=pdf", .. names])
            {
                WorkingFolder = work.Path,
                Environment = NoClock,
                Timeout = TimeSpan.FromMinutes(2),
                OutputBytes = 512 * 1024 * 1024,
            },
            cancel
        );
        foreach (var name in names)
            File.Delete(work.At(name));
        if (!drawn.Succeeded)
            return (null, ExportFailure.Of(drawn));
        await work.WriteAsync("drawn.pdf", drawn.Output, cancel);

        var described = await Qpdf(work, cancel, "--json-output", "--json-stream-data=none", "drawn.pdf", "-");
        if (!described.Succeeded)
            return (null, ExportFailure.Of(described));
        await work.WriteAsync("boxes.json", PdfBoxes.Update(described.Output.Span, pages), cancel);

        var finished = await Qpdf(
            work,
            cancel,
            "drawn.pdf",
            "--update-from-json=boxes.json",
            "--deterministic-id",
            "--object-streams=generate",
            "-"
        );
        File.Delete(work.At("drawn.pdf"));
        File.Delete(work.At("boxes.json"));
        return finished.Succeeded ? (finished.Output.ToArray(), null) : (null, ExportFailure.Of(finished));
    }

    private static Task<ChildProcessResult> Qpdf(
        StagedFolder work,
        CancellationToken cancel,
        params IReadOnlyList<string> arguments
    ) =>
        ChildProcess.RunAsync(
            new("qpdf", arguments) { WorkingFolder = work.Path, OutputBytes = 512 * 1024 * 1024 },
            cancel
        );
}
