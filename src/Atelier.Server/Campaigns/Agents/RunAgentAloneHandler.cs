using System.Text.Json;
using Atelier.Campaigns.Blogs;
using Atelier.Campaigns.Comments;
using Atelier.Campaigns.Money;
using Atelier.Campaigns.Running;
using Atelier.JobEngine;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace Atelier.Campaigns.Agents;

/// <summary>One agent at one task, with the same books and the same timeline as in a campaign.</summary>
internal sealed class RunAgentAloneHandler(
    NpgsqlDataSource database,
    CampaignsDb db,
    AgentTurns turns,
    SpanLog spans,
    BlogScout scout,
    PostPicker picker,
    IFieldwork fieldwork,
    ReviewDraft review,
    TimeProvider clock
) : IJobHandler<RunAgentAlone>
{
    private const int MostBlogs = 3;
    private const int MostPosts = 10;

    private const string Take = """
        update campaigns.runs r set state = 'running' from campaigns.agents a
        where r.id = $1 and r.state in ('queued', 'running') and a.id = r.agent_id
        returning r.owner_id, a.role, r.task::text
        """;

    private const string End = """
        update campaigns.runs set state = $2, result = $3, error_code = $4, finished_at = $5 where id = $1
        """;

    public async Task<object?> RunAsync(RunAgentAlone payload, JobRun run, CancellationToken cancel)
    {
        if (await TakeAsync(payload.RunId, cancel) is not var (owner, role, task))
            return null; // its person or its agent is gone
        await spans.SweepAsync(payload.RunId, cancel);
        try
        {
            var campaign = task.CampaignId ?? await CampaignOfAsync(task.CommentId, cancel);
            var order = new TurnOrder(owner, payload.RunId, campaign, null, null, role, task.Task ?? role);
            await using var turn = await turns.BeginAsync(order, cancel);
            var result = await run.StepAsync("work", stop => WorkAsync(turn, order, task, stop));
            await EndAsync(payload.RunId, "succeeded", result, null, cancel);
            return new { payload.RunId, Result = result };
        }
        catch (BudgetExceededException full)
        {
            await EndAsync(payload.RunId, "failed", [], BudgetExceededException.Code, cancel);
            throw new JobFailure(BudgetExceededException.Code, full.Message, retryable: false);
        }
        catch (JobFailure refused) when (!refused.Retryable)
        {
            await EndAsync(payload.RunId, "failed", [], refused.Code, cancel);
            throw;
        }
    }

    /// <summary>Whose money pays for a judge.</summary>
    private async Task<Guid?> CampaignOfAsync(Guid? comment, CancellationToken cancel) =>
        comment is { } id
            ? await db.Set<Comment>()
                .Where(c => c.Id == id)
                .Select(c => (Guid?)c.CampaignId)
                .SingleOrDefaultAsync(cancel)
            : null;

    private async Task<IReadOnlyList<Guid>> WorkAsync(
        AgentTurn turn,
        TurnOrder order,
        RunAgentRequest task,
        CancellationToken cancel
    )
    {
        switch (order.Role)
        {
            case AgentRoles.Researcher:
                var search = new DiscoverOrder(
                    order.OwnerId,
                    null,
                    task.Seeds ?? [],
                    task.Keywords ?? [],
                    MostBlogs,
                    FollowLinks: false
                );
                return await turn.ToolAsync(
                    "discover_blogs",
                    order.Subject,
                    stop => scout.DiscoverAsync(search, progress: null, stop),
                    cancel
                );
            case AgentRoles.Analyst:
                var blogs = await db.Set<Blog>()
                    .Where(b => b.OwnerId == order.OwnerId)
                    .Select(b => b.Id)
                    .ToListAsync(cancel);
                var picks = await turn.ToolAsync(
                    "pick_posts",
                    order.Subject,
                    stop =>
                        picker.PickAsync(
                            new(order.OwnerId, blogs, task.Task ?? "", task.Keywords ?? [], null, MostPosts),
                            stop
                        ),
                    cancel
                );
                return [.. picks.Select(pick => pick.PostId)];
            case AgentRoles.Reviewer when task.CommentId is { } comment:
                if (await review.RunAsync(comment, new(turn, "judge"), cancel) is { } refusal)
                    throw new JobFailure(refusal.Code, refusal.Detail, retryable: false);
                return [comment];
            default:
                return [await DraftAsync(turn, order, task, cancel)];
        }
    }

    /// <summary>A draft takes both: whoever is asked alone has the other one at hand.</summary>
    private async Task<Guid> DraftAsync(AgentTurn turn, TurnOrder order, RunAgentRequest task, CancellationToken cancel)
    {
        var campaign = await db.Set<Campaign>()
            .AsNoTracking()
            .SingleOrDefaultAsync(c => c.Id == task.CampaignId, cancel);
        var post = await db.Set<Post>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == task.PostId, cancel);
        if (campaign is null || post is null)
            throw new JobFailure("campaign.gone", "The campaign or the post is gone.", retryable: false);
        var isWriter = order.Role is AgentRoles.Writer;
        var other = order with { Role = isWriter ? AgentRoles.Reviewer : AgentRoles.Writer };
        await using var second = await turns.BeginAsync(other, cancel);
        var made = await fieldwork.DraftAsync(
            campaign,
            new ChosenPost(post.Id, post.BlogId, 1, post.Title ?? post.Url),
            isWriter ? turn : second,
            isWriter ? second : turn,
            cancel
        );
        return made.CommentId;
    }

    private async Task<(Guid Owner, string Role, RunAgentRequest Task)?> TakeAsync(Guid run, CancellationToken cancel)
    {
        await using var take = database.CreateCommand(Take);
        take.Parameters.Add(new() { Value = run });
        await using var row = await take.ExecuteReaderAsync(cancel);
        return await row.ReadAsync(cancel)
            ? (
                row.GetGuid(0),
                row.GetString(1),
                JsonSerializer.Deserialize<RunAgentRequest>(row.GetString(2), JsonSerializerOptions.Web)!
            )
            : null;
    }

    private async Task EndAsync(
        Guid run,
        string state,
        IReadOnlyList<Guid> result,
        string? error,
        CancellationToken cancel
    )
    {
        await using var end = database.CreateCommand(End);
        end.Parameters.Add(new() { Value = run });
        end.Parameters.Add(new() { Value = state });
        end.Parameters.Add(new() { Value = JsonSerializer.Serialize(result), NpgsqlDbType = NpgsqlDbType.Jsonb });
        end.Parameters.Add(new() { Value = (object?)error ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        end.Parameters.Add(new() { Value = clock.GetUtcNow() });
        await end.ExecuteNonQueryAsync(cancel);
    }
}
