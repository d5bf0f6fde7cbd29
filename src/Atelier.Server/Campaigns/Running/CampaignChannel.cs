using Atelier.Campaigns.Money;
using Atelier.Realtime.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Campaigns.Running;

internal sealed class CampaignChannel(CampaignsDb db, Board board, Budgets budgets, CommentCounts comments)
    : IChannelKind
{
    public Task<Guid?> OwnerOfAsync(Guid id, CancellationToken cancel) =>
        db.Set<Campaign>().Where(c => c.Id == id).Select(c => (Guid?)c.OwnerId).SingleOrDefaultAsync(cancel);

    public async Task<object?> ReadAsync(Guid id, CancellationToken cancel)
    {
        var campaign = await db.Set<Campaign>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancel);
        if (campaign is null)
            return null;
        var progress = await board.ReadAsync(campaign, cancel);
        var budget = await budgets.ReadAsync(Purse.OfCampaign(id), cancel);
        return new CampaignLive(
            id,
            campaign.State,
            campaign.Phase,
            progress.Phases,
            progress.Agents,
            budget.Spent,
            await comments.OfAsync(id, cancel),
            progress.Seq,
            budget.Warnings
        );
    }
}
