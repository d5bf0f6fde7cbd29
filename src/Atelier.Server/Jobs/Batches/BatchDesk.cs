using System.Globalization;
using Atelier.Identity.Contracts;
using Atelier.JobEngine;
using Atelier.JobEngine.Batches;
using Atelier.Jobs.Contracts;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Atelier.Jobs.Batches;

/// <param name="DryRun">Only check, and say what would be refused.</param>
internal sealed record BatchTerms(Guid OwnerId, string? Name, int? MaxParallel, bool DryRun);

/// <summary>Takes orders: all items are judged before the first is created, and all are created or none.</summary>
internal sealed class BatchDesk(
    IEnumerable<IBatchWork> works,
    JobBatches batches,
    NpgsqlDataSource database,
    TimeProvider clock
)
{
    private const int MostNamed = 200;

    /// <returns>The kind of work, or which there are.</returns>
    public (IBatchWork? Work, Problem? Refusal) Find(string kind)
    {
        if (works.FirstOrDefault(work => work.Kind == kind) is { } found)
            return (found, null);
        var kinds = string.Join(", ", works.Select(work => work.Kind).Order(StringComparer.Ordinal));
        return (null, Problem.Invalid("kind", $"The kind is one of {kinds}."));
    }

    /// <summary>As above, for somebody who is to order it: that takes the scope of the studio which makes it.</summary>
    public (IBatchWork? Work, Problem? Refusal) Find(string kind, CurrentUser user)
    {
        var (work, unknown) = Find(kind);
        return work is null || user.Has($"{work.Area}:write")
            ? (work, unknown)
            : (null, Problem.Forbidden("insufficient_scope", $"This takes the scope {work.Area}:write."));
    }

    /// <param name="source">The field that held the items, for what is wrong with all of them.</param>
    public async Task<Results<Created<BatchView>, Ok<BatchCheckView>, ProblemHttpResult>> PlaceAsync(
        BatchDraft draft,
        BatchTerms terms,
        string source,
        CancellationToken cancel
    )
    {
        if (draft.Count is 0)
            return Problem.Invalid(source, "A batch has at least one item.").ToHttp();
        if (draft.Count > BatchDraft.MostItems)
            return Problem.Invalid(source, TooMany(draft.Count)).ToHttp();
        var problems = await draft.CheckAsync(terms.OwnerId, cancel);
        if (terms.DryRun)
            return TypedResults.Ok(new BatchCheckView(draft.Count, problems));
        if (problems.Count > 0)
            return Refusal(draft.Count, problems).ToHttp();
        var (batch, refusal) = await CreateAsync(draft, terms, cancel);
        return batch is null
            ? Problem.Conflict(refusal!.Code, refusal.Message).ToHttp()
            : TypedResults.Created($"/api/v1/batch/{batch.Id}", new BatchView(batch));
    }

    private async Task<(BatchSummary? Batch, JobRefusal? Refusal)> CreateAsync(
        BatchDraft draft,
        BatchTerms terms,
        CancellationToken cancel
    )
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        var options = new JobOptions(terms.OwnerId, Limit: JobBatches.LimitOf(id, terms.MaxParallel));
        var order = await draft.Work.OrderAsync(transaction, options, draft.Items, cancel);
        if (order.Refusal is not null)
            return (null, order.Refusal);
        await JobBatches.CreateAsync(
            transaction,
            id,
            terms.OwnerId,
            draft.Work.Kind,
            terms.Name,
            terms.MaxParallel,
            [.. order.Works.Select(one => new BatchEntry(one.WorkId, one.JobId, one.Title))],
            cancel
        );
        await transaction.CommitAsync(cancel);
        return (await batches.GetAsync(id, cancel), null);
    }

    private static Problem Refusal(int items, IReadOnlyList<ItemProblem> problems)
    {
        var errors = problems
            .Take(MostNamed)
            .GroupBy(problem =>
                string.Create(CultureInfo.InvariantCulture, $"items[{problem.Item}].{problem.Field}").TrimEnd('.')
            )
            .ToDictionary(
                field => field.Key,
                field =>
                    field
                        .Select(p => string.Create(CultureInfo.InvariantCulture, $"Row {p.Item + 1}: {p.Message}"))
                        .ToArray()
            );
        var wrong = problems.Select(problem => problem.Item).Distinct().Count();
        var detail = string.Create(
            CultureInfo.InvariantCulture,
            $"{wrong} of {items} items are not valid; nothing was created."
        );
        return problems.Any(problem => problem.Forbidden)
            ? Problem.Forbidden(detail: detail) with
            {
                Errors = errors,
            }
            : Problem.Invalid(errors) with
            {
                Detail = detail,
            };
    }

    private static string TooMany(int count) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"A batch has at most {BatchDraft.MostItems:N0} items; these are {count:N0}."
        );
}
