using System.Diagnostics;
using System.Globalization;
using Atelier.Platform.Processes;

namespace Atelier.Library.Extracting.Pdf;

/// <summary>What a file says of itself.</summary>
internal sealed record PdfFacts(int Pages, string? Title, string? Author);

/// <summary>
/// Poppler's programs on one file, within what a document may cost: processes of their own with a limit on their memory,
/// and together a limit on their time.
/// </summary>
internal sealed class PdfTools(string path, LibraryOptions options)
{
    private const int LargestAnswer = 48 * 1024 * 1024;
    private const int NoPermission = 3;
    private const int EndIsWithin = 64 * 1024; // some programs write more behind it

    private readonly TimeSpan _allowed = TimeSpan.FromSeconds(
        options.ToolSeconds + new FileInfo(path).Length / 1024 / 1024
    );
    private readonly Stopwatch _spent = Stopwatch.StartNew();

    public async Task<PdfFacts> LookAsync(CancellationToken cancel)
    {
        if (!EndsWell(path))
            throw Unreadable.Damaged("its end is missing.");
        var info = await RunAsync("pdfinfo", ["-enc", "UTF-8", path], cancel);
        if (!info.Succeeded)
            throw ReasonOf(info);
        var lines = info.OutputText.Split('\n');
        if (!int.TryParse(Fact("Pages"), CultureInfo.InvariantCulture, out var pages) || pages < 1)
            throw Unreadable.Damaged("its list of pages cannot be found.");
        return new(pages, Fact("Title"), Fact("Author"));

        string? Fact(string name) =>
            lines
                .FirstOrDefault(line => line.StartsWith($"{name}:", StringComparison.Ordinal))
                ?[(name.Length + 1)..].Trim()
                is { Length: > 0 } fact
                ? fact
                : null;
    }

    /// <summary>In reading order, with a form feed behind each page.</summary>
    public Task<ChildProcessResult> TextAsync(int first, int last, CancellationToken cancel) =>
        RunAsync("pdftotext", ["-enc", "UTF-8", "-eol", "unix", .. Pages(first, last), path, "-"], cancel);

    /// <returns>Those of the pages that have a picture.</returns>
    public async Task<IReadOnlySet<int>> WithPicturesAsync(int first, int last, CancellationToken cancel)
    {
        var list = await RunAsync("pdfimages", ["-list", .. Pages(first, last), path], cancel);
        return list
            .OutputText.Split('\n')
            .Select(line => line.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries))
            .Select(cells => cells.Length > 0 && int.TryParse(cells[0], out var page) ? page : 0)
            .Where(page => page > 0)
            .ToHashSet();
    }

    public static Unreadable ReasonOf(ChildProcessResult result) =>
        result.End switch
        {
            ChildProcessEnd.ToolMissing => new("tool_missing", result.Failure!),
            ChildProcessEnd.TimedOut => Unreadable.TooCostly(),
            ChildProcessEnd.OutputTooLarge => Unreadable.TooLong(),
            _ when result.ExitCode == NoPermission => Unreadable.Protected(),
            _ when Says(result, "Incorrect password") || Says(result, "Unsupported security handler") =>
                Unreadable.Encrypted(),
            _ when Says(result, "Out of memory") || Says(result, "bad_alloc") => Unreadable.TooCostly(),
            _ => Unreadable.Damaged("it cannot be opened."),
        };

    private async Task<ChildProcessResult> RunAsync(
        string tool,
        IReadOnlyList<string> arguments,
        CancellationToken cancel
    )
    {
        var left = _allowed - _spent.Elapsed;
        if (left <= TimeSpan.Zero)
            throw Unreadable.TooCostly();
        return await ChildProcess.RunAsync(
            new ChildProcessRequest(tool, arguments)
            {
                Timeout = left,
                MemoryBytes = options.ToolMegabytes * 1024L * 1024,
                OutputBytes = LargestAnswer,
            },
            cancel
        );
    }

    private static string[] Pages(int first, int last) =>
        ["-f", first.ToString(CultureInfo.InvariantCulture), "-l", last.ToString(CultureInfo.InvariantCulture)];

    private static bool Says(ChildProcessResult result, string words) =>
        result.Errors.Contains(words, StringComparison.OrdinalIgnoreCase);

    /// <summary>A whole file has its end mark near its end.</summary>
    private static bool EndsWell(string path)
    {
        using var file = File.OpenRead(path);
        var tail = new byte[Math.Min(file.Length, EndIsWithin)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        return tail.AsSpan().IndexOf("%%EOF"u8) >= 0;
    }
}
