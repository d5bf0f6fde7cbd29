using System.ComponentModel;
using System.Globalization;
using Atelier.Identity.Contracts;
using Atelier.JobEngine;
using Atelier.JobEngine.Batches;
using Atelier.Jobs.Contracts;
using Atelier.Platform.Errors;
using Atelier.Platform.Files;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Jobs.Batches;

/// <summary>What the finished items made, as one zip that is written while it is read. Items without files are left out.</summary>
internal static class DownloadBatch
{
    private const string All = "all";

    public static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> Get(
        Guid batchId,
        [Description("A format of the items' kind, such as pdf or epub, or all.")] string? format,
        JobBatches batches,
        BatchDesk desk,
        AssetStore assets,
        CurrentUser user,
        HttpContext http,
        CancellationToken cancel
    )
    {
        if (await batches.GetAsync(batchId, cancel) is not { } batch)
            return GetBatch.Gone.ToHttp();
        if (desk.Find(batch.Kind).Work is not { } work)
            return NothingMade.ToHttp();
        if (!user.Has($"{work.Area}:read"))
            return Problem.Forbidden("insufficient_scope", $"This takes the scope {work.Area}:read.").ToHttp();
        if (format is not (null or All) && !work.Formats.Contains(format))
            return Problem
                .Invalid("format", $"The format is one of {string.Join(", ", work.Formats)} and {All}.")
                .ToHttp();
        var made = await batches.ItemsAsync(batchId, after: 0, BatchDraft.MostItems, JobState.Succeeded, cancel);
        var files = await work.FilesAsync([.. made.Select(item => item.WorkId)], format is All ? null : format, cancel);
        if (files.Count == 0)
            return NothingMade.ToHttp();
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "private, no-cache";
        return TypedResults.Stream(
            body => assets.WriteAsync(body, Named(made, files), cancel),
            "application/zip",
            $"batch-{batchId}.zip"
        );
    }

    private static Problem NothingMade =>
        Problem.Conflict("batch_nothing_made", "No item of the batch has files of this format yet.");

    /// <summary>An item's number tells works of one title apart.</summary>
    private static IEnumerable<ZippedFile> Named(IReadOnlyList<BatchItem> items, IReadOnlyList<WorkFile> files)
    {
        var ofWork = files.ToLookup(file => file.WorkId);
        return from item in items
            from file in ofWork[item.WorkId]
            let name = string.Create(CultureInfo.InvariantCulture, $"{item.Number:D4}-{file.Name}")
            select new ZippedFile(name, file.Sha256, item.FinishedAt!.Value);
    }
}
