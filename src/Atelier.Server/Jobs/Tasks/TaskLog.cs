using System.Globalization;
using System.Text.Json;
using Atelier.JobEngine;

namespace Atelier.Jobs.Tasks;

/// <param name="Level">info, warning or error.</param>
internal sealed record TaskLogLine(DateTimeOffset At, string Level, string Message);

/// <summary>The end of a task's log, told from its events.</summary>
internal static class TaskLog
{
    private const int Lines = 100;

    public static async Task<IReadOnlyList<TaskLogLine>> TailAsync(
        JobClient jobs,
        JobSummary job,
        CancellationToken cancel
    )
    {
        var events = await jobs.EventsAsync(job.Id, Math.Max(job.LastSeq - Lines, 0), Lines, cancel);
        return [.. events.Select(Line)];
    }

    private static TaskLogLine Line(JobEvent happened) => new(happened.At, LevelOf(happened.Type), Tell(happened));

    private static string LevelOf(string type) =>
        type switch
        {
            "failed" => "error",
            "retrying" or "rescued" => "warning",
            _ => "info",
        };

    // What it made is not told here: that is its owner's.
    private static string Tell(JobEvent happened)
    {
        var data = happened.Data ?? default;
        return happened.Type switch
        {
            "queued" => "Queued.",
            "running" => $"Attempt {Text(data, "attempt")} began.",
            "progress" => $"{Percent(data)}: {Text(data, "message")}",
            "step" => $"Finished the step {Text(data, "name")} in {Text(data, "milliseconds")} ms.",
            "retrying" => $"Failed: {Error(data)} It is tried again in {Text(data, "delayMilliseconds")} ms.",
            "handed_back" => "Given back unharmed: its node or its lane is being emptied.",
            "rescued" => "Taken from a node that died.",
            "cancel_requested" => "Told to stop.",
            "succeeded" => "Succeeded.",
            "failed" => $"Failed for good: {Error(data)}",
            "cancelled" => "Cancelled.",
            _ => happened.Type,
        };
    }

    private static string Percent(JsonElement data) =>
        Value(data, "fraction") is { ValueKind: JsonValueKind.Number } fraction
            ? fraction.GetDouble().ToString("P0", CultureInfo.InvariantCulture)
            : "?";

    private static string Error(JsonElement data) =>
        Value(data, "error") is { ValueKind: JsonValueKind.Object } error
            ? $"{Text(error, "code")}: {Text(error, "message")}"
            : "";

    private static string Text(JsonElement data, string name) => Value(data, name)?.ToString() ?? "";

    private static JsonElement? Value(JsonElement data, string name) =>
        data.ValueKind is JsonValueKind.Object && data.TryGetProperty(name, out var value) ? value : null;
}
