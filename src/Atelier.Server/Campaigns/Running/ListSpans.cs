using System.ComponentModel;
using Atelier.Platform.Errors;
using Atelier.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Atelier.Campaigns.Running;

internal static class ListSpans
{
    /// <summary>Everything the agents did, in the order in which it was begun.</summary>
    public static async Task<Results<Ok<Page<SpanView>>, ProblemHttpResult>> Get(
        Guid campaignId,
        [AsParameters] PageRequest page,
        [Description("What came behind this seq; a cursor goes before it.")] long? after,
        [Description("Only these: invoke_agent, chat, execute_tool and so on.")] string? operation,
        Guid? parentId,
        Timeline timeline,
        CancellationToken ct
    )
    {
        if (page.ReadAfter<long>(out var cursor) is { } refusal)
            return refusal.ToHttp();
        if (after < 0)
            return Problem.Invalid("after", "0 or more.").ToHttp();
        if (JsonText.HasNul(operation))
            return Problem.Invalid("operation", JsonText.NoNul).ToHttp();
        var spans = await timeline.OfCampaignAsync(
            campaignId,
            cursor ?? after ?? 0,
            operation,
            parentId,
            page.Take,
            ct
        );
        return TypedResults.Ok(page.Of(spans, span => span.Seq));
    }
}

internal sealed class SpanOwners(NpgsqlDataSource database) : IOwnerLookup
{
    public async Task<Guid?> OwnerOfAsync(Guid id, CancellationToken cancel)
    {
        await using var find = database.CreateCommand("select owner_id from campaigns.spans where id = $1");
        find.Parameters.Add(new() { Value = id });
        return await find.ExecuteScalarAsync(cancel) as Guid?;
    }
}

internal static class GetSpan
{
    private const int MostChildren = 200;

    /// <summary>One step: its attributes, what it cost, and what was done within it.</summary>
    public static async Task<Results<Ok<SpanDetail>, ProblemHttpResult>> Get(
        Guid campaignId,
        Guid spanId,
        Timeline timeline,
        CancellationToken ct
    )
    {
        if (await timeline.FindAsync(campaignId, spanId, ct) is not { } span)
            return Problem.NotFound("span_not_found", "There is no such step in this campaign.").ToHttp();
        return TypedResults.Ok(
            new SpanDetail(
                span,
                await timeline.AttributesAsync(spanId, ct),
                await timeline.CallAsync(spanId, ct),
                await timeline.ChildrenAsync(spanId, MostChildren, ct)
            )
        );
    }
}
