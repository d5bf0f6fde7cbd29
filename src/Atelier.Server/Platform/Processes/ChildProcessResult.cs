using System.Text;
using Atelier.JobEngine;

namespace Atelier.Platform.Processes;

internal enum ChildProcessEnd
{
    Exited,
    ToolMissing,
    TimedOut,
    OutputTooLarge,
}

/// <summary>How a tool ended and what it wrote. A failed run is a value; only cancellation throws.</summary>
/// <param name="Errors">The last 8 KB of its standard error.</param>
internal sealed record ChildProcessResult(
    string Tool,
    ChildProcessEnd End,
    int ExitCode,
    ReadOnlyMemory<byte> Output,
    string Errors
)
{
    public bool Succeeded => End is ChildProcessEnd.Exited && ExitCode == 0;

    public string OutputText => Encoding.UTF8.GetString(Output.Span);

    /// <summary>A stable code for a job failure: tool_missing, tool_timed_out, tool_output_too_large or tool_failed.</summary>
    public string? FailureCode =>
        End switch
        {
            ChildProcessEnd.ToolMissing => "tool_missing",
            ChildProcessEnd.TimedOut => "tool_timed_out",
            ChildProcessEnd.OutputTooLarge => "tool_output_too_large",
            _ => ExitCode == 0 ? null : "tool_failed",
        };

    /// <summary>One sentence for people, naming the tool and, when it is absent, the package that brings it.</summary>
    public string? Failure =>
        End switch
        {
            ChildProcessEnd.ToolMissing =>
                $"{Tool} is not installed. Install it with: apt-get install {ToolPackages.For(Tool)}",
            ChildProcessEnd.TimedOut => $"{Tool} took too long and was stopped.",
            ChildProcessEnd.OutputTooLarge => $"{Tool} wrote more than it may and was stopped.",
            _ => ExitCode == 0 ? null : $"{Tool} failed with exit code {ExitCode}: {Errors.Trim()}",
        };

    public ChildProcessResult EnsureSucceeded() =>
        Succeeded ? this : throw new ChildProcessException(FailureCode!, Failure!);
}

/// <summary>
/// For callers that cannot go on without the tool. Thrown out of a job it is the job's failure; a tool that is not
/// there will not be there at the next attempt either.
/// </summary>
internal sealed class ChildProcessException(string code, string message)
    : JobFailure(code, message, retryable: code != "tool_missing");
