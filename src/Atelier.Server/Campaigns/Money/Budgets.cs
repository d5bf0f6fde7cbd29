using Npgsql;
using NpgsqlTypes;

namespace Atelier.Campaigns.Money;

/// <summary>Reads and sets caps, and adds up what was spent against them.</summary>
internal sealed class Budgets(NpgsqlDataSource database, TimeProvider clock)
{
    private const string Set = """
        insert into campaigns.budgets (scope, scope_id, is_ceiling, soft_cost, soft_tokens, soft_ms, soft_calls,
                                       hard_cost, hard_tokens, hard_ms, hard_calls)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        on conflict (scope, scope_id, is_ceiling) do update set
            (soft_cost, soft_tokens, soft_ms, soft_calls, hard_cost, hard_tokens, hard_ms, hard_calls) =
            (excluded.soft_cost, excluded.soft_tokens, excluded.soft_ms, excluded.soft_calls,
             excluded.hard_cost, excluded.hard_tokens, excluded.hard_ms, excluded.hard_calls)
        """;

    private const string Get = """
        select soft_cost, soft_tokens, soft_ms, soft_calls, hard_cost, hard_tokens, hard_ms, hard_calls
        from campaigns.budgets where scope = $1 and scope_id = $2 and is_ceiling = $3
        """;

    private const string Sums = """
        select coalesce(sum(cost) filter (where state <> 'reserved'), 0),
               coalesce(sum(input_tokens + output_tokens) filter (where state <> 'reserved'), 0)::bigint,
               coalesce(sum(ms) filter (where state <> 'reserved'), 0)::bigint,
               count(*) filter (where state <> 'reserved'),
               coalesce(sum(reserved_cost) filter (where state = 'reserved'), 0),
               coalesce(sum(reserved_tokens) filter (where state = 'reserved'), 0)::bigint,
               coalesce(sum(reserved_ms) filter (where state = 'reserved'), 0)::bigint,
               count(*) filter (where state = 'reserved')
        from campaigns.calls where 
        """;

    /// <summary>As they are from here on, with what the caller's transaction commits.</summary>
    public static async Task SetAsync(
        NpgsqlTransaction transaction,
        Purse purse,
        BudgetCaps caps,
        bool isCeiling,
        CancellationToken cancel
    )
    {
        await using var set = new NpgsqlCommand(Set, transaction.Connection, transaction);
        set.Parameters.Add(new() { Value = purse.Scope });
        set.Parameters.Add(new() { Value = purse.ScopeId });
        set.Parameters.Add(new() { Value = isCeiling });
        foreach (var side in (Caps?[])[caps.Soft, caps.Hard])
        {
            set.Parameters.Add(Optional(side?.Usd, NpgsqlDbType.Numeric));
            set.Parameters.Add(Optional(side?.Tokens, NpgsqlDbType.Bigint));
            set.Parameters.Add(
                Optional(side?.Minutes is { } minutes ? (long)(minutes * 60_000) : null, NpgsqlDbType.Bigint)
            );
            set.Parameters.Add(Optional((long?)side?.Calls, NpgsqlDbType.Bigint));
        }
        await set.ExecuteNonQueryAsync(cancel);
    }

    /// <returns>Null when none were set.</returns>
    public async Task<BudgetCaps?> CapsAsync(Purse purse, bool isCeiling, CancellationToken cancel)
    {
        await using var get = database.CreateCommand(Get);
        get.Parameters.Add(new() { Value = purse.Scope });
        get.Parameters.Add(new() { Value = purse.ScopeId });
        get.Parameters.Add(new() { Value = isCeiling });
        await using var row = await get.ExecuteReaderAsync(cancel);
        return await row.ReadAsync(cancel) ? new(CapsAt(row, 0), CapsAt(row, 4)) : null;
    }

    /// <summary>Every number is the sum of rows.</summary>
    public async Task<BudgetView> ReadAsync(Purse purse, CancellationToken cancel)
    {
        var own = await CapsAsync(purse, isCeiling: false, cancel) ?? new BudgetCaps();
        var ceiling = await CapsAsync(purse, isCeiling: true, cancel);
        var (spent, held) = await SumsAsync(purse, cancel);
        return new(own, ceiling, spent, held, Warnings([own.Soft, ceiling?.Soft], spent, held));
    }

    private async Task<(Amounts Spent, Amounts Held)> SumsAsync(Purse purse, CancellationToken cancel)
    {
        await using var sums = database.CreateCommand(
            Sums
                + purse.Scope switch
                {
                    "campaign" => "campaign_id = $1",
                    "total" => "owner_id = $1",
                    _ => "owner_id = $1 and month = $2",
                }
        );
        sums.Parameters.Add(new() { Value = purse.ScopeId });
        if (purse.Scope == "month")
            sums.Parameters.Add(new() { Value = Ledger.MonthOf(clock.GetUtcNow()) });
        await using var row = await sums.ExecuteReaderAsync(cancel);
        await row.ReadAsync(cancel);
        return (AmountsAt(row, 0), AmountsAt(row, 4));
    }

    private static List<string> Warnings(IEnumerable<Caps?> softs, Amounts spent, Amounts held)
    {
        var warnings = new List<string>();
        foreach (var soft in softs.OfType<Caps>())
        {
            if (spent.Usd + held.Usd > soft.Usd)
                warnings.Add("usd");
            if (spent.Tokens + held.Tokens > soft.Tokens)
                warnings.Add("tokens");
            if (spent.Minutes + held.Minutes > soft.Minutes)
                warnings.Add("minutes");
            if (spent.Calls + held.Calls > soft.Calls)
                warnings.Add("calls");
        }
        return [.. warnings.Distinct()];
    }

    private static Amounts AmountsAt(NpgsqlDataReader row, int first) =>
        new(
            Trimmed(row.GetDecimal(first)),
            row.GetInt64(first + 1),
            row.GetInt64(first + 2) / 60_000.0,
            (int)row.GetInt64(first + 3)
        );

    private static Caps? CapsAt(NpgsqlDataReader row, int first)
    {
        var caps = new Caps(
            row.IsDBNull(first) ? null : Trimmed(row.GetDecimal(first)),
            row.IsDBNull(first + 1) ? null : row.GetInt64(first + 1),
            row.IsDBNull(first + 2) ? null : row.GetInt64(first + 2) / 60_000.0,
            row.IsDBNull(first + 3) ? null : (int)row.GetInt64(first + 3)
        );
        return caps == new Caps() ? null : caps;
    }

    /// <summary>Without the zeros of the column's scale.</summary>
    internal static decimal Trimmed(decimal amount) => amount / 1.000000000000000000000000000000000m;

    private static NpgsqlParameter Optional(object? value, NpgsqlDbType type) =>
        new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };
}
