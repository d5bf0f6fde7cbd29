using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Atelier.Identity.Contracts;
using Atelier.Jobs.Contracts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Jobs.Batches;

public sealed record CreateBatchRequest
{
    /// <summary>What the items are: book.</summary>
    [Required, StringLength(40)]
    public required string Kind { get; init; }

    [StringLength(120)]
    public string? Name { get; init; }

    /// <summary>Fields that every item has unless it says otherwise.</summary>
    public JsonElement? Defaults { get; init; }

    /// <summary>Up to 1,000, each as a request for one such work would be.</summary>
    public required IReadOnlyList<JsonElement> Items { get; init; }

    /// <summary>How many may be made at the same time; as many as there is room for when absent.</summary>
    [Range(1, 1000)]
    public int? MaxParallel { get; init; }

    /// <summary>Only check all items, and create nothing.</summary>
    public bool DryRun { get; init; }
}

/// <summary>Orders many works as one.</summary>
internal static class CreateBatch
{
    public static async Task<Results<Created<BatchView>, Ok<BatchCheckView>, ProblemHttpResult>> Post(
        CreateBatchRequest request,
        CurrentUser user,
        BatchDesk desk,
        CancellationToken cancel
    )
    {
        var (work, unknown) = desk.Find(request.Kind, user);
        if (work is null)
            return unknown!.ToHttp();
        var (draft, refusal) = BatchDraft.Begin(work, request.Defaults);
        if (draft is null)
            return refusal!.ToHttp();
        foreach (var item in request.Items)
            draft.Add(item);
        var terms = new BatchTerms(user.Id, request.Name, request.MaxParallel, request.DryRun);
        return await desk.PlaceAsync(draft, terms, "items", cancel);
    }
}
