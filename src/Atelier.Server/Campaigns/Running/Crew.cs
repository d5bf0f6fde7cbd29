using Atelier.Campaigns.Agents;
using Atelier.JobEngine;
using Npgsql;

namespace Atelier.Campaigns.Running;

/// <summary>The four agents at a campaign, one phase after the other, several items at a time.</summary>
internal sealed class Crew(
    AgentTurns turns,
    RunSteps steps,
    SpanLog spans,
    CampaignStates states,
    IFieldwork fieldwork,
    ILogger<Crew> log
)
{
    /// <summary>Hosts are visited one request at a time; different ones side by side.</summary>
    private const int ReadAtOnce = 4;

    private const int DraftAtOnce = 2;

    public async Task<RanCampaign> WorkAsync(Campaign campaign, JobRun job, CancellationToken cancel)
    {
        var scene = new SpanScene(campaign.OwnerId, campaign.RunId!.Value, campaign.Id);
        var attributes = new Dictionary<string, object?> { [GenAi.WorkflowName] = RunCampaign.Kind };
        var whole = await spans.BeginAsync(
            scene,
            parent: null,
            agent: null,
            GenAi.Workflow,
            "campaign",
            campaign.Name,
            attributes,
            cancel
        );
        try
        {
            var shift = new Shift(campaign, job, scene, whole.Id);
            var blogs = await PhaseAsync(shift, CampaignPhase.Discover, s => DiscoverAsync(s, cancel), cancel);
            var posts = await PhaseAsync(shift, CampaignPhase.Read, s => ReadAsync(s, blogs, cancel), cancel);
            var chosen = await PhaseAsync(shift, CampaignPhase.Choose, s => ChooseAsync(s, blogs, cancel), cancel);
            var drafts = await PhaseAsync(shift, CampaignPhase.Draft, s => DraftAsync(s, chosen, cancel), cancel);
            await states.EnterAsync(campaign.Id, job.PublicId, CampaignPhase.Review, cancel);
            await spans.EndAsync(whole, new SpanEnd(), CancellationToken.None);
            return new(campaign.Id, CampaignState.Running, blogs.Count, posts, drafts);
        }
        catch (Exception e)
        {
            var error = e is OperationCanceledException or RunStoppedException ? "stopped" : e.GetType().Name;
            await spans.EndAsync(whole, new SpanEnd(error), CancellationToken.None);
            throw;
        }
    }

    /// <summary>A campaign at work in this job.</summary>
    private sealed record Shift(Campaign Campaign, JobRun Job, SpanScene Scene, Guid Parent);

    private async Task<T> PhaseAsync<T>(
        Shift shift,
        CampaignPhase phase,
        Func<Shift, Task<T>> work,
        CancellationToken cancel
    )
    {
        await states.EnterAsync(shift.Campaign.Id, shift.Job.PublicId, phase, cancel);
        shift.Job.Report((int)phase / 5.0, StoredState.Write(phase));
        var name = StoredState.Write(phase);
        var span = await spans.BeginAsync(shift.Scene, shift.Parent, null, GenAi.Phase, name, null, [], cancel);
        try
        {
            var result = await work(shift with { Parent = span.Id });
            await spans.EndAsync(span, new SpanEnd(), CancellationToken.None);
            return result;
        }
        catch (Exception e)
        {
            var error = e is OperationCanceledException or RunStoppedException ? "stopped" : e.GetType().Name;
            await spans.EndAsync(span, new SpanEnd(error), CancellationToken.None);
            throw;
        }
    }

    private Task<List<Guid>> DiscoverAsync(Shift shift, CancellationToken cancel) =>
        OnceAsync(
            shift,
            CampaignPhase.Discover,
            "discover",
            AgentRoles.Researcher,
            shift.Campaign.Topic,
            async (turn, stop) =>
            {
                var keywords = await Suggestions.KeywordsAsync(turn, shift.Campaign, stop);
                if (keywords.Note is { } note)
                    await states.NoteAsync(shift.Campaign.Id, note, stop);
                return await turn.ToolAsync(
                    "discover_blogs",
                    shift.Campaign.Topic,
                    async inner => (await fieldwork.DiscoverAsync(shift.Campaign, keywords.Words, inner)).ToList(),
                    stop
                );
            },
            cancel
        );

    private async Task<int> ReadAsync(Shift shift, List<Guid> blogs, CancellationToken cancel)
    {
        var read = 0;
        await Parallel.ForEachAsync(
            blogs,
            new ParallelOptions { MaxDegreeOfParallelism = ReadAtOnce, CancellationToken = cancel },
            async (blog, stop) =>
            {
                var posts = await ItemAsync(
                    shift,
                    CampaignPhase.Read,
                    $"read {blog}",
                    AgentRoles.Researcher,
                    $"{blog}",
                    (turn, inner) =>
                        turn.ToolAsync(
                            "read_blog",
                            $"{blog}",
                            async at => (await fieldwork.ReadAsync(shift.Campaign, blog, at)).Posts,
                            inner
                        ),
                    stop
                );
                Interlocked.Add(ref read, posts);
            }
        );
        return read;
    }

    private Task<List<ChosenPost>> ChooseAsync(Shift shift, List<Guid> blogs, CancellationToken cancel) =>
        OnceAsync(
            shift,
            CampaignPhase.Choose,
            "choose",
            AgentRoles.Analyst,
            shift.Campaign.Topic,
            async (turn, stop) =>
            {
                var picked = await turn.ToolAsync(
                    "pick_posts",
                    shift.Campaign.Topic,
                    inner => fieldwork.ChooseAsync(shift.Campaign, blogs, inner),
                    stop
                );
                var ranked = await Suggestions.RankAsync(turn, shift.Campaign, picked, stop);
                if (ranked.Note is { } note)
                    await states.NoteAsync(shift.Campaign.Id, note, stop);
                return ranked.Posts.Take(shift.Campaign.MaxPosts).ToList();
            },
            cancel
        );

    private async Task<int> DraftAsync(Shift shift, List<ChosenPost> posts, CancellationToken cancel)
    {
        var drafts = 0;
        await Parallel.ForEachAsync(
            posts,
            new ParallelOptions { MaxDegreeOfParallelism = DraftAtOnce, CancellationToken = cancel },
            async (post, stop) =>
            {
                var made = await ItemAsync(
                    shift,
                    CampaignPhase.Draft,
                    $"draft {post.PostId}",
                    AgentRoles.Writer,
                    post.Title,
                    async (writer, inner) =>
                    {
                        await using var reviewer = await TurnAsync(shift, AgentRoles.Reviewer, post.Title, inner);
                        return await fieldwork.DraftAsync(shift.Campaign, post, writer, reviewer, inner);
                    },
                    stop
                );
                if (made is not null)
                    Interlocked.Increment(ref drafts);
            }
        );
        return drafts;
    }

    /// <summary>One of many: what goes wrong with it is noted, and the others go on.</summary>
    private async Task<T?> ItemAsync<T>(
        Shift shift,
        CampaignPhase phase,
        string step,
        string role,
        string subject,
        Func<AgentTurn, CancellationToken, Task<T>> work,
        CancellationToken cancel
    )
    {
        try
        {
            return await OnceAsync(shift, phase, step, role, subject, work, cancel);
        }
        catch (Exception e)
            when (e is not (OperationCanceledException or RunStoppedException or Money.BudgetExceededException)
                && e is not NpgsqlException
                && !cancel.IsCancellationRequested
            )
        {
            log.LogWarning(e, "{Step} of campaign {Campaign} was left out", step, shift.Campaign.Id);
            var why = e is JobFailure ? e.Message : "something went wrong that the studio did not foresee";
            await states.NoteAsync(shift.Campaign.Id, $"'{subject}' was left out: {why}", cancel);
            return default;
        }
    }

    private Task<T> OnceAsync<T>(
        Shift shift,
        CampaignPhase phase,
        string step,
        string role,
        string subject,
        Func<AgentTurn, CancellationToken, Task<T>> work,
        CancellationToken cancel
    ) =>
        steps.OnceAsync(
            shift.Scene.RunId,
            shift.Job,
            phase,
            step,
            async stop =>
            {
                if (await states.StateAsync(shift.Campaign.Id, stop) is not CampaignState.Running)
                    throw new RunStoppedException();
                await using var turn = await TurnAsync(shift, role, subject, stop);
                try
                {
                    var result = await work(turn, stop);
                    states.Changed(shift.Campaign.Id);
                    return result;
                }
                catch (Exception e)
                {
                    turn.Fail(e is OperationCanceledException or RunStoppedException ? "stopped" : e.GetType().Name);
                    throw;
                }
            },
            cancel
        );

    private Task<AgentTurn> TurnAsync(Shift shift, string role, string subject, CancellationToken cancel) =>
        turns.BeginAsync(
            new TurnOrder(
                shift.Campaign.OwnerId,
                shift.Scene.RunId,
                shift.Campaign.Id,
                shift.Job.PublicId,
                shift.Parent,
                role,
                subject
            ),
            cancel
        );
}
