using System.Globalization;
using System.Text.RegularExpressions;
using Atelier.Books.Publishing.Pages;
using Atelier.Platform.Processes;

namespace Atelier.Books.Publishing.Print;

/// <summary>One thing a printer would object to.</summary>
internal sealed record Finding(string Check, string Detail);

/// <summary>Inspects a finished PDF with tools that had no part in making it (poppler and qpdf).</summary>
internal static partial class Preflight
{
    private const double Tolerance = 0.02; // points

    /// <returns>No findings when the printer's rules are met.</returns>
    public static async Task<(IReadOnlyList<Finding> Findings, ExportFailure? Failure)> InspectAsync(
        string pdf,
        IReadOnlyList<ComposedPage> pages,
        PrinterProfile printer,
        CancellationToken cancel
    )
    {
        var findings = new List<Finding>();
        var last = pages.Count.ToString(CultureInfo.InvariantCulture);
        foreach (
            var (tool, arguments, read) in new (string, string[], Action<string>)[]
            {
                ("pdfinfo", ["-box", "-f", "1", "-l", last, pdf], said => Boxes(said, pages, findings)),
                ("pdffonts", [pdf], said => Fonts(said, findings)),
                ("pdfimages", ["-list", pdf], said => Images(said, findings)),
            }
        )
        {
            var run = await ChildProcess.RunAsync(new(tool, arguments), cancel);
            if (!run.Succeeded)
                return ([], ExportFailure.Of(run));
            read(run.OutputText);
        }

        var check = await ChildProcess.RunAsync(new("qpdf", ["--check", pdf]), cancel);
        if (check.End is not ChildProcessEnd.Exited)
            return ([], ExportFailure.Of(check));
        if (check.ExitCode != 0)
            findings.Add(new("structure", check.Errors.Trim()));
        if (new FileInfo(pdf).Length > printer.MaxFileBytes)
            findings.Add(new("size", $"The file is larger than {printer.MaxFileBytes} bytes."));
        return (findings, null);
    }

    private static void Boxes(string said, IReadOnlyList<ComposedPage> pages, List<Finding> findings)
    {
        var boxes = BoxLine()
            .Matches(said)
            .ToDictionary(
                match => (int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), match.Groups[2].Value),
                match =>
                    match
                        .Groups[3]
                        .Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                        .Select(number => double.Parse(number, CultureInfo.InvariantCulture))
                        .ToArray()
            );
        var count = int.Parse(PageCount().Match(said).Groups[1].Value, CultureInfo.InvariantCulture);
        if (count != pages.Count)
            findings.Add(new("pages", $"The file has {count} pages, the book {pages.Count}."));
        foreach (var (index, page) in pages.Index())
        {
            double[] sheet = [0, 0, page.Width, page.Height];
            double[] trim = [page.Trim.X, page.Height - page.Trim.Bottom, page.Trim.Right, page.Height - page.Trim.Y];
            foreach (var (name, expected) in new[] { ("MediaBox", sheet), ("BleedBox", sheet), ("TrimBox", trim) })
                if (
                    !boxes.TryGetValue((index + 1, name), out var box)
                    || box.Zip(expected).Any(pair => Math.Abs(pair.First - pair.Second) > Tolerance)
                )
                    findings.Add(new("boxes", $"Sheet {index + 1} has another {name} than the printer's."));
        }

        foreach (var unwanted in (string[])["Producer:", "CreationDate:", "Title:", "Author:", "Creator:"])
            if (said.Contains(unwanted, StringComparison.Ordinal))
                findings.Add(new("metadata", $"The file still carries {unwanted.TrimEnd(':')}."));
    }

    private static void Fonts(string said, List<Finding> findings)
    {
        foreach (var font in said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2))
            if (!EmbeddedSubset().IsMatch(font) || font.Contains("Type 3", StringComparison.Ordinal))
                findings.Add(new("fonts", $"Not an embedded subset, or of type 3: {font.Trim()}"));
    }

    // Columns of pdfimages -list: page num type width height color comp bpc enc interp object ID x-ppi y-ppi ...
    private static void Images(string said, List<Finding> findings)
    {
        foreach (var image in said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2))
        {
            var columns = image.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (columns.Length > 13 && int.Parse(columns[12], CultureInfo.InvariantCulture) < 300)
                findings.Add(new("resolution", $"Sheet {columns[0]} has an image of {columns[12]} dots per inch."));
        }
    }

    [GeneratedRegex(@"^Page\s+(\d+) (MediaBox|BleedBox|TrimBox):\s+(.*)$", RegexOptions.Multiline)]
    private static partial Regex BoxLine();

    [GeneratedRegex(@"^Pages:\s+(\d+)", RegexOptions.Multiline)]
    private static partial Regex PageCount();

    [GeneratedRegex(@"^[A-Z]{6}\+.*\byes yes\b")]
    private static partial Regex EmbeddedSubset();
}
