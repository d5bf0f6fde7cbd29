using System.ComponentModel.DataAnnotations;
using System.Text;
using System.Text.Json;
using Atelier.Identity.Contracts;
using Atelier.Jobs.Contracts;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Atelier.Jobs.Batches;

/// <summary>Orders what a file lists: a CSV table with a header of fields, or a JSON list of items.</summary>
internal static class UploadBatch
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly JsonDocumentOptions Json = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    public static async Task<Results<Created<BatchView>, Ok<BatchCheckView>, ProblemHttpResult>> Post(
        IFormFile file,
        [FromForm, Required, StringLength(40)] string kind,
        [FromForm, StringLength(120)] string? name,
        [FromForm] string? defaults,
        [FromForm, Range(1, 1000)] int? maxParallel,
        [FromForm] bool? dryRun,
        CurrentUser user,
        BatchDesk desk,
        CancellationToken cancel
    )
    {
        var (work, unknown) = desk.Find(kind, user);
        if (work is null)
            return unknown!.ToHttp();
        JsonElement? beneath = null;
        if (!string.IsNullOrWhiteSpace(defaults) && (beneath = Parse(defaults)) is null)
            return Problem.Invalid("defaults", "The defaults are a JSON object.").ToHttp();
        var (draft, refusal) = BatchDraft.Begin(work, beneath);
        if (draft is null)
            return refusal!.ToHttp();
        if (await ReadAsync(file, cancel) is not { } text)
            return Problem.Invalid("file", "The file is not UTF-8 text.").ToHttp();
        var wrong = text.AsSpan().TrimStart() is ['[' or '{', ..] ? ReadJson(text, draft) : ReadTable(text, draft);
        if (wrong is not null)
            return Problem.Invalid("file", wrong).ToHttp();
        return await desk.PlaceAsync(draft, new(user.Id, name, maxParallel, dryRun ?? false), "file", cancel);
    }

    private static async Task<string?> ReadAsync(IFormFile file, CancellationToken cancel)
    {
        await using var content = file.OpenReadStream();
        using var reader = new StreamReader(content, Utf8, detectEncodingFromByteOrderMarks: false);
        try
        {
            return (await reader.ReadToEndAsync(cancel)).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string? ReadTable(string text, BatchDraft draft)
    {
        var (table, wrong) = CsvTable.Parse(text);
        if (table is null)
            return wrong;
        string[] columns = [.. table.Header.Select(name => name.Trim())];
        if (columns.FirstOrDefault(name => !draft.Work.Fields.ContainsKey(name)) is { } stranger)
            return $"The header names a column '{Shortened(stranger)}'; the columns are {string.Join(", ", draft.Work.Fields.Keys)}.";
        if (
            columns.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is
            { } twice
        )
            return $"The header names the column '{twice.Key}' twice.";
        foreach (var row in table.Rows)
            draft.Add(columns, row);
        return null;
    }

    private static string? ReadJson(string text, BatchDraft draft)
    {
        if (Parse(text) is not { } list)
            return "The file is not valid JSON.";
        if (list.ValueKind != JsonValueKind.Array)
            return "A JSON file holds a list of items.";
        foreach (var item in list.EnumerateArray())
            draft.Add(item);
        return null;
    }

    private static JsonElement? Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Json);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Shortened(string name) => name.Length <= 60 ? name : $"{name.AsSpan(0, 60)}…";
}
