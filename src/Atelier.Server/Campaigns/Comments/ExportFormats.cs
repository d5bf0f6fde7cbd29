using System.Globalization;
using System.Text;
using System.Text.Json;
using Atelier.Platform.Files;

namespace Atelier.Campaigns.Comments;

/// <summary>Comments as a document to read, a table, or a line of JSON each.</summary>
internal static class ExportFormats
{
    private static readonly object[] Columns =
    [
        "id",
        "state",
        "postUrl",
        "postTitle",
        "text",
        "persona",
        "disclosure",
        "anchors",
        "score",
        "spam",
        "failedGates",
        "decidedBy",
        "decidedRole",
        "decidedAt",
        "reason",
        "writer",
        "promptVersion",
        "versions",
    ];

    public static string Csv(IReadOnlyList<ExportedComment> comments)
    {
        var csv = new StringBuilder(CsvText.Line(Columns));
        foreach (var c in comments)
            csv.Append(
                CsvText.Line(
                    c.Id,
                    c.State.ToString(),
                    c.PostUrl,
                    c.PostTitle,
                    c.Text,
                    c.Persona,
                    c.Disclosure,
                    string.Join(" | ", c.Anchors),
                    c.Score,
                    c.Spam,
                    string.Join(' ', c.FailedGates),
                    c.DecidedBy,
                    c.DecidedRole,
                    c.DecidedAt,
                    c.Reason,
                    c.Writer,
                    c.PromptVersion,
                    c.Versions
                )
            );
        return csv.ToString();
    }

    public static string JsonLines(IReadOnlyList<ExportedComment> comments, JsonSerializerOptions json) =>
        string.Concat(comments.Select(comment => JsonSerializer.Serialize(comment, json) + "\n"));

    public static string Markdown(IReadOnlyList<ExportedComment> comments)
    {
        var text = new StringBuilder("# Comments\n");
        if (comments.Count == 0)
            text.Append("\nNothing is approved yet.\n");
        foreach (var c in comments)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {Plain(c.PostTitle)}\n\n<{c.PostUrl}>\n\n");
            foreach (var line in c.Text.Split('\n'))
                text.Append("> ").Append(Plain(line)).Append('\n');
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n- State: {c.State}; score {c.Score:0.#}, spam {c.Spam:0.00}; version {c.Versions}\n"
            );
            text.Append(
                CultureInfo.InvariantCulture,
                $"- Persona: {Plain(c.Persona)}; disclosure: {Plain(c.Disclosure)}\n"
            );
            text.Append(CultureInfo.InvariantCulture, $"- Anchors: {Plain(string.Join(" | ", c.Anchors))}\n");
            text.Append(
                CultureInfo.InvariantCulture,
                $"- Writer: {Plain(c.Writer)}{(c.PromptVersion is { } prompt ? $" ({Plain(prompt)})" : "")}\n"
            );
            if (c.DecidedBy is { } by)
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"- Decided by {by} ({c.DecidedRole}) at {c.DecidedAt:u}{(c.Reason is { } why ? $": {Plain(why)}" : "")}\n"
                );
        }
        return text.ToString();
    }

    /// <summary>A stranger's words make no markup.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.ReplaceLineEndings(" "))
            if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#' or '|' or '!')
                plain.Append('\\').Append(c);
            else
                plain.Append(c);
        return plain.ToString();
    }
}
