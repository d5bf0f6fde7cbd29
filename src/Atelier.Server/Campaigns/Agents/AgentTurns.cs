using Atelier.Campaigns.Money;
using Atelier.Campaigns.Running;
using Atelier.Generation;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Campaigns.Agents;

/// <summary>Puts agents to work.</summary>
internal sealed class AgentTurns(
    CampaignsDb db,
    CampaignRuns runs,
    Roster roster,
    GenerationModels models,
    Ledger ledger,
    KeptCalls kept,
    Prices prices,
    SpanLog spans,
    ModelAddress address,
    TimeProvider clock
)
{
    public async Task<AgentTurn> BeginAsync(TurnOrder order, CancellationToken cancel)
    {
        var agent = await roster.OfAsync(order.OwnerId, order.Role, cancel);
        var span = await spans.BeginAsync(
            new(order.OwnerId, order.RunId, order.CampaignId),
            order.ParentSpan,
            agent,
            GenAi.Agent,
            agent.Role,
            order.Subject,
            [],
            cancel
        );
        return AgentTurn.At(new TurnDesk(order, agent, models.Chat, span, ledger, kept, prices, spans, address, clock));
    }

    /// <summary>For work on a campaign that somebody asked for by hand, whether the campaign runs or not.</summary>
    public async Task<AgentTurn> ForCampaignAsync(
        Guid campaignId,
        string role,
        string subject,
        CancellationToken cancel
    )
    {
        var owner = await db.Set<Campaign>().Where(c => c.Id == campaignId).Select(c => c.OwnerId).SingleAsync(cancel);
        var run = await runs.RunOfAsync(campaignId, cancel);
        return await BeginAsync(
            new TurnOrder(owner, run, campaignId, Job: null, ParentSpan: null, role, subject),
            cancel
        );
    }
}
