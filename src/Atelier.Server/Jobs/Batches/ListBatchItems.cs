using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Atelier.JobEngine;
using Atelier.JobEngine.Batches;
using Atelier.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Jobs.Batches;

public sealed record ListBatchItemsRequest(
    [property: AllowedValues(null, "queued", "running", "succeeded", "failed", "cancelled")]
    [property: Description("queued, running, succeeded, failed or cancelled.")]
        string? State = null
);

/// <param name="Number">From 1, in the order they were asked for.</param>
/// <param name="Work">Where the API shows what the item made or makes.</param>
/// <param name="Result">What its job made, in the words of its handler; null until it succeeded.</param>
internal sealed record BatchItemView(
    int Number,
    string Title,
    JobState State,
    Guid WorkId,
    string Work,
    Guid JobId,
    JobProgressView? Progress,
    JsonElement? Result,
    JobError? Error,
    DateTimeOffset? StartedAt,
    DateTimeOffset? FinishedAt
);

/// <summary>The items of a batch, in the order they were asked for.</summary>
internal static class ListBatchItems
{
    public static async Task<Results<Ok<Page<BatchItemView>>, ProblemHttpResult>> Get(
        Guid batchId,
        [AsParameters] ListBatchItemsRequest request,
        [AsParameters] PageRequest page,
        JobBatches batches,
        BatchDesk desk,
        CancellationToken cancel
    )
    {
        if (page.ReadAfter<int>(out var after) is { } problem)
            return problem.ToHttp();
        if (await batches.GetAsync(batchId, cancel) is not { } batch)
            return GetBatch.Gone.ToHttp();
        JobState? state = request.State is { } name ? Enum.Parse<JobState>(name, ignoreCase: true) : null;
        var items = await batches.ItemsAsync(batchId, after ?? 0, page.Take, state, cancel);
        var path = desk.Find(batch.Kind).Work;
        return TypedResults.Ok(
            page.Of([.. items.Select(item => View(item, path?.PathOf(item.WorkId)))], i => i.Number)
        );
    }

    private static BatchItemView View(BatchItem item, string? path) =>
        new(
            item.Number,
            item.Title,
            item.State,
            item.WorkId,
            path ?? "",
            item.JobId,
            item.Progress is { } fraction ? new(fraction, item.Message) : null,
            item.Result,
            item.Error,
            item.StartedAt,
            item.FinishedAt
        );
}
