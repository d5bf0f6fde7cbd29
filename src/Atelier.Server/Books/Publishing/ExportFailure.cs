using Atelier.Platform.Processes;

namespace Atelier.Books.Publishing;

/// <summary>Why a book could not be written: tool_missing, tool_failed, tool_timed_out, font_missing or disk_full.</summary>
internal sealed record ExportFailure(string Code, string Detail)
{
    public static ExportFailure Of(ChildProcessResult run) =>
        // A tool reports a full disk only in words.
        run.Errors.Contains("No space left", StringComparison.OrdinalIgnoreCase)
            ? DiskFull
            : new(run.FailureCode!, run.Failure!);

    public static ExportFailure DiskFull { get; } =
        new("disk_full", "There is no room left on the disk for the finished book. Nothing was kept of it.");

    public static ExportFailure FontMissing { get; } =
        new("font_missing", "The font Andika is not installed. Install it with: apt-get install fonts-sil-andika");
}
