using System.Globalization;
using Atelier.Audit.Contracts;
using Atelier.Identity.Contracts;
using Atelier.Platform.Database;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Campaigns.Money;

/// <summary>What is absent stays as it is; an empty one takes all caps away.</summary>
public sealed record SetBudgetsRequest(BudgetCaps? Total = null, BudgetCaps? Month = null);

/// <param name="MonthName">Such as 2026-11, by UTC.</param>
public sealed record BudgetsView(BudgetView Total, BudgetView Month, string MonthName);

/// <summary>Caps of a campaign, of oneself, and an administrator's over other people's.</summary>
internal static class BudgetEndpoints
{
    public static async Task<Results<Ok<BudgetView>, ProblemHttpResult>> GetCampaigns(
        Guid campaignId,
        Budgets budgets,
        CancellationToken ct
    ) => TypedResults.Ok(await budgets.ReadAsync(Purse.OfCampaign(campaignId), ct));

    /// <summary>At any time. A campaign that stands still because a cap was reached is resumed by hand.</summary>
    public static async Task<Results<Ok<BudgetView>, ProblemHttpResult>> PutCampaigns(
        Guid campaignId,
        BudgetCaps request,
        CampaignsDb db,
        CampaignStates states,
        Budgets budgets,
        CancellationToken ct
    )
    {
        var isThere = await db.InTransactionAsync(
            async transaction =>
            {
                // Caps are not written for a campaign that is deleted at this moment.
                if (!await IsThereAsync(db, campaignId, ct))
                    return false;
                await Budgets.SetAsync(transaction, Purse.OfCampaign(campaignId), request, isCeiling: false, ct);
                return true;
            },
            ct
        );
        if (!isThere)
            return GetCampaign.Gone.ToHttp();
        states.Changed(campaignId);
        return TypedResults.Ok(await budgets.ReadAsync(Purse.OfCampaign(campaignId), ct));
    }

    /// <summary>What the campaign has cost, by agent and model, beside all caps that hold for it.</summary>
    public static async Task<Results<Ok<SpendView>, ProblemHttpResult>> GetSpend(
        Guid campaignId,
        CampaignsDb db,
        Spending spending,
        CancellationToken ct
    )
    {
        var owner = await db.Set<Campaign>()
            .Where(c => c.Id == campaignId)
            .Select(c => (Guid?)c.OwnerId)
            .SingleOrDefaultAsync(ct);
        return owner is { } id
            ? TypedResults.Ok(await spending.ReadAsync(campaignId, id, ct))
            : GetCampaign.Gone.ToHttp();
    }

    public static async Task<Ok<BudgetsView>> GetMine(
        CurrentUser user,
        Budgets budgets,
        TimeProvider clock,
        CancellationToken ct
    ) => TypedResults.Ok(await ViewAsync(user.Id, budgets, clock, ct));

    public static async Task<Ok<BudgetsView>> PutMine(
        SetBudgetsRequest request,
        CurrentUser user,
        CampaignsDb db,
        Budgets budgets,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        await SetAsync(request, user.Id, isCeiling: false, db, ct);
        return TypedResults.Ok(await ViewAsync(user.Id, budgets, clock, ct));
    }

    public static async Task<Results<Ok<BudgetsView>, ProblemHttpResult>> GetTheirs(
        Guid userId,
        IPeople people,
        Budgets budgets,
        TimeProvider clock,
        CancellationToken ct
    ) =>
        await people.IsActiveAsync(userId, ct)
            ? TypedResults.Ok(await ViewAsync(userId, budgets, clock, ct))
            : NoUser.ToHttp();

    /// <summary>Ceilings over the person's own caps; the lower of the two holds.</summary>
    public static async Task<Results<Ok<BudgetsView>, ProblemHttpResult>> PutTheirs(
        Guid userId,
        SetBudgetsRequest request,
        IPeople people,
        CampaignsDb db,
        Budgets budgets,
        IAuditTrail audit,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (!await people.IsActiveAsync(userId, ct))
            return NoUser.ToHttp();
        await SetAsync(request, userId, isCeiling: true, db, ct);
        await audit.RecordAsync(AuditEntry.OfUser(AuditActions.BudgetChanged, userId), ct);
        return TypedResults.Ok(await ViewAsync(userId, budgets, clock, ct));
    }

    private static Problem NoUser => Problem.NotFound("user_not_found", "There is no such user.");

    private static async Task SetAsync(
        SetBudgetsRequest request,
        Guid owner,
        bool isCeiling,
        CampaignsDb db,
        CancellationToken ct
    ) =>
        await db.InTransactionAsync(
            async transaction =>
            {
                if (request.Total is { } total)
                    await Budgets.SetAsync(transaction, Purse.Total(owner), total, isCeiling, ct);
                if (request.Month is { } month)
                    await Budgets.SetAsync(transaction, Purse.Month(owner), month, isCeiling, ct);
                return true;
            },
            ct
        );

    private static async Task<bool> IsThereAsync(CampaignsDb db, Guid campaign, CancellationToken ct) =>
        await db.Set<Campaign>()
            .FromSql($"select * from campaigns.campaigns where id = {campaign} for share")
            .AsNoTracking()
            .AnyAsync(ct);

    private static async Task<BudgetsView> ViewAsync(
        Guid owner,
        Budgets budgets,
        TimeProvider clock,
        CancellationToken ct
    ) =>
        new(
            await budgets.ReadAsync(Purse.Total(owner), ct),
            await budgets.ReadAsync(Purse.Month(owner), ct),
            Ledger.MonthOf(clock.GetUtcNow()).ToString("yyyy-MM", CultureInfo.InvariantCulture)
        );
}
