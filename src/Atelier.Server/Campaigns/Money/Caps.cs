using System.ComponentModel.DataAnnotations;

namespace Atelier.Campaigns.Money;

/// <summary>What is absent has no cap.</summary>
/// <param name="Minutes">Of models at work, one beside the other counted one after the other.</param>
/// <param name="Calls">Requests to models.</param>
public sealed record Caps(
    [property: Range(0, 1_000_000)] decimal? Usd = null,
    [property: Range(0, 1_000_000_000_000)] long? Tokens = null,
    [property: Range(0, 1_000_000)] double? Minutes = null,
    [property: Range(0, 1_000_000_000)] int? Calls = null
);

/// <param name="Soft">Passing it warns.</param>
/// <param name="Hard">Nothing is begun that could pass it.</param>
public sealed record BudgetCaps(Caps? Soft = null, Caps? Hard = null);

public sealed record Amounts(decimal Usd, long Tokens, double Minutes, int Calls);

/// <param name="Ceiling">Set by an administrator; the lower of the two holds.</param>
/// <param name="Spent">Settled, or charged because nobody knows the end of a call.</param>
/// <param name="Held">Set aside for calls that are under way.</param>
/// <param name="Warnings">Soft caps that were passed: usd, tokens, minutes, calls.</param>
public sealed record BudgetView(
    BudgetCaps Caps,
    BudgetCaps? Ceiling,
    Amounts Spent,
    Amounts Held,
    IReadOnlyList<string> Warnings
);

/// <summary>What is spent from: a campaign, all of a person's, or their month.</summary>
internal sealed record Purse(string Scope, Guid ScopeId)
{
    public static Purse OfCampaign(Guid campaign) => new("campaign", campaign);

    public static Purse Total(Guid owner) => new("total", owner);

    public static Purse Month(Guid owner) => new("month", owner);
}
