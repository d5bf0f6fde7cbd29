using Atelier.JobEngine;
using Atelier.Platform.Processes;

namespace Atelier.Videos.Filming;

/// <summary>Why a film could not be rendered, for its owner: tool_missing, tool_failed, tool_timed_out or disk_full.</summary>
internal sealed class FilmingFailure(string code, string message) : JobFailure(code, message, retryable: false)
{
    public static FilmingFailure DiskFull =>
        new(
            "disk_full",
            "There is no room left on the disk for this film. What was rendered is kept for the next try."
        );

    // A missing tool or a full disk is put right by a person, not by trying again at once.
    public static JobFailure Of(ChildProcessResult run) =>
        run.Errors.Contains("No space left", StringComparison.OrdinalIgnoreCase)
            ? DiskFull
            : new FilmingFailure(run.FailureCode!, run.Failure!);
}
