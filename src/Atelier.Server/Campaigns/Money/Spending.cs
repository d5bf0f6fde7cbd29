using Npgsql;

namespace Atelier.Campaigns.Money;

/// <param name="Name">An agent's role, or a model.</param>
public sealed record SpendLine(string Name, int Calls, long InputTokens, long OutputTokens, decimal Usd);

/// <param name="Campaign">Against the campaign's caps.</param>
/// <param name="Total">Against those of its owner in all.</param>
/// <param name="Month">Against those of its owner this month.</param>
public sealed record SpendView(
    Amounts Spent,
    Amounts Held,
    BudgetView Campaign,
    BudgetView Total,
    BudgetView Month,
    IReadOnlyList<SpendLine> ByAgent,
    IReadOnlyList<SpendLine> ByModel
);

/// <summary>What a campaign has cost: sums of the rows of its calls.</summary>
internal sealed class Spending(NpgsqlDataSource database, Budgets budgets)
{
    public async Task<SpendView> ReadAsync(Guid campaign, Guid owner, CancellationToken cancel)
    {
        var own = await budgets.ReadAsync(Purse.OfCampaign(campaign), cancel);
        return new(
            own.Spent,
            own.Held,
            own,
            await budgets.ReadAsync(Purse.Total(owner), cancel),
            await budgets.ReadAsync(Purse.Month(owner), cancel),
            await ByAsync("role", campaign, cancel),
            await ByAsync("model", campaign, cancel)
        );
    }

    private async Task<List<SpendLine>> ByAsync(string column, Guid campaign, CancellationToken cancel)
    {
        await using var by = database.CreateCommand(
            $"""
            select {column}, count(*)::int, sum(input_tokens)::bigint, sum(output_tokens)::bigint, sum(cost)
            from campaigns.calls where campaign_id = $1 and state <> 'reserved' group by 1 order by 1
            """
        );
        by.Parameters.Add(new() { Value = campaign });
        var lines = new List<SpendLine>();
        await using var row = await by.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
            lines.Add(
                new(
                    row.GetString(0),
                    row.GetInt32(1),
                    row.GetInt64(2),
                    row.GetInt64(3),
                    Budgets.Trimmed(row.GetDecimal(4))
                )
            );
        return lines;
    }
}
