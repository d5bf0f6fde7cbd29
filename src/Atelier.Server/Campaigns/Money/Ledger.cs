using Npgsql;
using NpgsqlTypes;

namespace Atelier.Campaigns.Money;

/// <param name="Job">Only while this job has the campaign and the campaign runs; null for work that somebody asked for by hand.</param>
internal sealed record CallOrder(
    Guid OwnerId,
    Guid? CampaignId,
    Guid RunId,
    Guid? Job,
    Guid SpanId,
    string Key,
    int Attempt,
    string Role,
    string Model,
    Price Price,
    long MostInputTokens,
    long MostOutputTokens,
    TimeSpan MostTime
);

/// <param name="Time">How long the call may take: what it asked for, or what is left of the minutes.</param>
/// <param name="Warnings">Soft caps that it passes, such as <c>month.usd</c>.</param>
internal sealed record Reservation(Guid CallId, DateOnly Month, TimeSpan Time, IReadOnlyList<string> Warnings);

/// <summary>How a call ended.</summary>
internal sealed record CallEnd(
    CallState State,
    bool IsFinal,
    long InputTokens,
    long OutputTokens,
    decimal Cost,
    TimeSpan Time,
    string? Answer = null,
    string? FailureCode = null,
    string? Failure = null
);

/// <summary>reserved: under way. settled: paid for what it used. refused: nothing was made. unknown: charged as reserved.</summary>
internal enum CallState
{
    Reserved,
    Settled,
    Refused,
    Unknown,
}

/// <summary>A hard cap leaves no room for the worst that the next call could cost.</summary>
/// <param name="caps">Which: <c>campaign.usd</c>, <c>month.tokens</c>.</param>
internal sealed class BudgetExceededException(IReadOnlyList<string> caps)
    : Exception($"The next call could pass a cap: {string.Join(", ", caps)}. Raise it to go on.")
{
    public const string Code = "budget_exceeded";

    public IReadOnlyList<string> Caps { get; } = caps;
}

/// <summary>
/// The books. Before a call its worst case is set aside, in one statement that finds room in every purse or changes
/// nothing; afterwards the difference goes back. However many calls are begun at once, no purse is overdrawn.
/// </summary>
internal sealed class Ledger(NpgsqlDataSource database, TimeProvider clock)
{
    private const int ShortestCall = 1000;

    /// <summary>Of purses that are not of a month.</summary>
    private static readonly DateOnly Always = new(2000, 1, 1);

    // Purses are locked in one order everywhere, so that no two statements wait for each other.
    private const string Held = """
        with held as materialized (
            select p.scope, p.scope_id, p.month, p.cost, p.tokens, p.ms, p.calls
            from campaigns.purses p
            where (p.scope = 'campaign' and p.scope_id = $1 and p.month = $4)
               or (p.scope = 'total' and p.scope_id = $2 and p.month = $4)
               or (p.scope = 'month' and p.scope_id = $2 and p.month = $3)
            order by p.scope
            for update)
        """;

    private const string Reserve =
        Held
        + """
            ,
            caps as (
                select h.*, b.*
                from held h
                cross join lateral (
                    select min(soft_cost) soft_cost, min(soft_tokens) soft_tokens, min(soft_ms) soft_ms, min(soft_calls) soft_calls,
                           min(hard_cost) hard_cost, min(hard_tokens) hard_tokens, min(hard_ms) hard_ms, min(hard_calls) hard_calls
                    from campaigns.budgets b where b.scope = h.scope and b.scope_id = h.scope_id) b),
            room as (
                select count(*)::int as purses, least($5, min(hard_ms - ms)) as ms,
                       array_remove(array_agg(case when cost + $6 > hard_cost then scope || '.usd' end)
                           || array_agg(case when tokens + $7 > hard_tokens then scope || '.tokens' end)
                           || array_agg(case when ms + $8 > hard_ms then scope || '.minutes' end)
                           || array_agg(case when calls + 1 > hard_calls then scope || '.calls' end), null) as full_caps,
                       array_remove(array_agg(case when cost + $6 > soft_cost then scope || '.usd' end)
                           || array_agg(case when tokens + $7 > soft_tokens then scope || '.tokens' end)
                           || array_agg(case when ms > soft_ms then scope || '.minutes' end)
                           || array_agg(case when calls + 1 > soft_calls then scope || '.calls' end), null) as warnings,
                       ($9::uuid is null or exists (
                           select from campaigns.campaigns c where c.id = $1 and c.job_id = $9 and c.state = 'running')) as may_go
                from caps),
            called as (
                insert into campaigns.calls (id, owner_id, campaign_id, run_id, span_id, key, attempt, role, model, month, state,
                                             input_price, output_price, reserved_tokens, reserved_cost, reserved_ms, at)
                select $10, $2, $1, $11, $12, $13, $14, $15, $16, $3, 'reserved', $17, $18, $7, $6, room.ms, $19
                from room
                where room.may_go and room.purses = $20 and cardinality(room.full_caps) = 0
                on conflict (run_id, key, attempt) do nothing
                returning reserved_ms),
            taken as (
                update campaigns.purses p set cost = p.cost + $6, tokens = p.tokens + $7, ms = p.ms + called.reserved_ms, calls = p.calls + 1
                from held h, called
                where p.scope = h.scope and p.scope_id = h.scope_id and p.month = h.month)
            select purses, full_caps, warnings, may_go, (select reserved_ms from called) from room
            """;

    private const string Settle =
        Held
        + """
            ,
            ended as (
                update campaigns.calls set state = $6, is_final = $7, input_tokens = $8, output_tokens = $9, cost = $10, ms = $11,
                    answer = $12, failure_code = $13, failure = $14, settled_at = $15
                where id = $5 and state = 'reserved'
                returning reserved_cost, reserved_tokens, reserved_ms),
            back as (
                update campaigns.purses p set cost = p.cost - ended.reserved_cost + $10,
                    tokens = p.tokens - ended.reserved_tokens + $8 + $9, ms = p.ms - ended.reserved_ms + $11
                from held h, ended
                where p.scope = h.scope and p.scope_id = h.scope_id and p.month = h.month)
            select count(*) from ended
            """;

    // What was set aside was never given back, so there is nothing to move.
    private const string Forfeit = """
        update campaigns.calls set state = 'unknown', is_final = true, input_tokens = reserved_tokens, cost = reserved_cost,
            ms = reserved_ms, failure_code = $2, failure = $3, settled_at = $4
        where id = $1 and state = 'reserved'
        """;

    private const string OpenPurses = """
        insert into campaigns.purses (scope, scope_id, month)
        select * from (values ('campaign', $1::uuid, $4::date), ('total', $2::uuid, $4::date), ('month', $2::uuid, $3::date)) p
        where column2 is not null
        on conflict do nothing
        """;

    public static DateOnly MonthOf(DateTimeOffset at) => new(at.UtcDateTime.Year, at.UtcDateTime.Month, 1);

    /// <returns>Null when the campaign is to stand still, or the call is there already.</returns>
    /// <exception cref="BudgetExceededException">There is no room for it.</exception>
    public async Task<Reservation?> ReserveAsync(CallOrder order, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var call = Guid.CreateVersion7(now);
        var wanted = order.CampaignId is null ? 2 : 3;
        while (true)
        {
            await using var reserve = database.CreateCommand(Reserve);
            Scope(reserve, order.CampaignId, order.OwnerId, MonthOf(now));
            var most = Math.Max(ShortestCall, (long)order.MostTime.TotalMilliseconds);
            foreach (
                var value in (object[])
                    [
                        most,
                        order.Price.Of(order.MostInputTokens, order.MostOutputTokens),
                        order.MostInputTokens + order.MostOutputTokens,
                        Math.Min(ShortestCall, most),
                    ]
            )
                reserve.Parameters.Add(new() { Value = value });
            reserve.Parameters.Add(
                new() { Value = (object?)order.Job ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid }
            );
            foreach (
                var value in (object[])
                    [
                        call,
                        order.RunId,
                        order.SpanId,
                        order.Key,
                        order.Attempt,
                        order.Role,
                        order.Model,
                        order.Price.Input,
                        order.Price.Output,
                        now,
                        wanted,
                    ]
            )
                reserve.Parameters.Add(new() { Value = value });
            await using var row = await reserve.ExecuteReaderAsync(cancel);
            await row.ReadAsync(cancel);
            if (row.GetInt32(0) == wanted)
            {
                if (!row.GetBoolean(3))
                    return null;
                if (row.GetFieldValue<string[]>(1) is { Length: > 0 } full)
                    throw new BudgetExceededException(full);
                return row.IsDBNull(4)
                    ? null
                    : new(
                        call,
                        MonthOf(now),
                        TimeSpan.FromMilliseconds(row.GetInt64(4)),
                        row.GetFieldValue<string[]>(2)
                    );
            }
            await row.CloseAsync();
            await OpenAsync(order.CampaignId, order.OwnerId, MonthOf(now), cancel);
        }
    }

    /// <summary>Writes down what a call cost, and gives back what it did not need. The first to say so is heard.</summary>
    public async Task SettleAsync(CallOrder order, Reservation reserved, CallEnd end, CancellationToken cancel)
    {
        await using var settle = database.CreateCommand(Settle);
        Scope(settle, order.CampaignId, order.OwnerId, reserved.Month);
        settle.Parameters.Add(new() { Value = reserved.CallId });
        settle.Parameters.Add(new() { Value = StoredState.Write(end.State) });
        settle.Parameters.Add(new() { Value = end.IsFinal });
        settle.Parameters.Add(new() { Value = end.InputTokens });
        settle.Parameters.Add(new() { Value = end.OutputTokens });
        settle.Parameters.Add(new() { Value = end.Cost });
        settle.Parameters.Add(new() { Value = (long)end.Time.TotalMilliseconds });
        settle.Parameters.Add(Text(end.Answer));
        settle.Parameters.Add(Text(end.FailureCode));
        settle.Parameters.Add(Text(end.Failure));
        settle.Parameters.Add(new() { Value = clock.GetUtcNow() });
        await settle.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>A call whose end nobody knows: it may have been made, so it is charged as it was reserved.</summary>
    public async Task ForfeitAsync(Guid call, string code, string why, CancellationToken cancel)
    {
        await using var forfeit = database.CreateCommand(Forfeit);
        forfeit.Parameters.Add(new() { Value = call });
        forfeit.Parameters.Add(new() { Value = code });
        forfeit.Parameters.Add(new() { Value = why });
        forfeit.Parameters.Add(new() { Value = clock.GetUtcNow() });
        await forfeit.ExecuteNonQueryAsync(cancel);
    }

    private async Task OpenAsync(Guid? campaign, Guid owner, DateOnly month, CancellationToken cancel)
    {
        await using var open = database.CreateCommand(OpenPurses);
        Scope(open, campaign, owner, month);
        await open.ExecuteNonQueryAsync(cancel);
    }

    private static void Scope(NpgsqlCommand command, Guid? campaign, Guid owner, DateOnly month)
    {
        command.Parameters.Add(new() { Value = (object?)campaign ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
        command.Parameters.Add(new() { Value = owner });
        command.Parameters.Add(new() { Value = month });
        command.Parameters.Add(new() { Value = Always });
    }

    private static NpgsqlParameter Text(string? text) =>
        new() { Value = (object?)text ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };
}
