using System.Text.Json;
using Atelier.Campaigns.Money;
using Npgsql;
using NpgsqlTypes;

namespace Atelier.Campaigns.Running;

/// <summary>Reads spans, by keys that have an index: the hundred-thousandth page costs what the first does.</summary>
internal sealed class Timeline(NpgsqlDataSource database)
{
    private const string Columns = """
        select id, seq, parent_id, operation, name, role, agent_version, subject, status, error_type, model, input_tokens,
               output_tokens, cost, score, label, started_at, ended_at
        from campaigns.spans
        """;

    private const string Call = """
        select id, key, attempt, state, model, input_price, output_price, reserved_tokens, reserved_cost, input_tokens,
               output_tokens, cost, ms, failure_code, at, settled_at
        from campaigns.calls where span_id = $1 and run_id = (select run_id from campaigns.spans where id = $1)
        """;

    /// <summary>Oldest first.</summary>
    public Task<List<SpanView>> OfCampaignAsync(
        Guid campaign,
        long after,
        string? operation,
        Guid? parent,
        int most,
        CancellationToken cancel
    ) =>
        ReadAsync(
            $"{Columns} where campaign_id = $1 and seq > $2 and ($3::text is null or operation = $3) and ($4::uuid is null or parent_id = $4) order by seq limit $5",
            [
                new() { Value = campaign },
                new() { Value = after },
                new() { Value = (object?)operation ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
                new() { Value = (object?)parent ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid },
                new() { Value = most },
            ],
            cancel
        );

    public Task<List<SpanView>> OfRunAsync(Guid run, int most, CancellationToken cancel) =>
        ReadAsync(
            $"{Columns} where run_id = $1 order by seq limit $2",
            [new() { Value = run }, new() { Value = most }],
            cancel
        );

    /// <summary>The last that happened, newest first.</summary>
    public Task<List<SpanView>> LatestAsync(Guid campaign, int most, CancellationToken cancel) =>
        ReadAsync(
            $"{Columns} where campaign_id = $1 order by seq desc limit $2",
            [new() { Value = campaign }, new() { Value = most }],
            cancel
        );

    public Task<List<SpanView>> ChildrenAsync(Guid span, int most, CancellationToken cancel) =>
        ReadAsync(
            $"{Columns} where parent_id = $1 order by seq limit $2",
            [new() { Value = span }, new() { Value = most }],
            cancel
        );

    /// <returns>Null when the campaign has no such span.</returns>
    public async Task<SpanView?> FindAsync(Guid campaign, Guid span, CancellationToken cancel) =>
        (
            await ReadAsync(
                $"{Columns} where id = $1 and campaign_id = $2",
                [new() { Value = span }, new() { Value = campaign }],
                cancel
            )
        ).SingleOrDefault();

    public async Task<IReadOnlyList<SpanFact>> AttributesAsync(Guid span, CancellationToken cancel)
    {
        await using var find = database.CreateCommand("select attributes::text from campaigns.spans where id = $1");
        find.Parameters.Add(new() { Value = span });
        if (await find.ExecuteScalarAsync(cancel) is not string json)
            return [];
        var attributes = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json)!;
        return
        [
            .. attributes
                .Where(one => one.Value.ValueKind is not JsonValueKind.Null)
                .Select(one => new SpanFact(one.Key, $"{one.Value}")),
        ];
    }

    public async Task<CallView?> CallAsync(Guid span, CancellationToken cancel)
    {
        await using var find = database.CreateCommand(Call);
        find.Parameters.Add(new() { Value = span });
        await using var row = await find.ExecuteReaderAsync(cancel);
        return await row.ReadAsync(cancel)
            ? new(
                row.GetGuid(0),
                row.GetString(1),
                row.GetInt32(2),
                row.GetString(3),
                row.GetString(4),
                Budgets.Trimmed(row.GetDecimal(5)),
                Budgets.Trimmed(row.GetDecimal(6)),
                row.GetInt64(7),
                Budgets.Trimmed(row.GetDecimal(8)),
                row.GetInt64(9),
                row.GetInt64(10),
                Budgets.Trimmed(row.GetDecimal(11)),
                (int)row.GetInt64(12),
                row.IsDBNull(13) ? null : row.GetString(13),
                row.GetFieldValue<DateTimeOffset>(14),
                row.IsDBNull(15) ? null : row.GetFieldValue<DateTimeOffset>(15)
            )
            : null;
    }

    private async Task<List<SpanView>> ReadAsync(
        string sql,
        IReadOnlyList<NpgsqlParameter> parameters,
        CancellationToken cancel
    )
    {
        await using var command = database.CreateCommand(sql);
        foreach (var parameter in parameters)
            command.Parameters.Add(parameter);
        var spans = new List<SpanView>();
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
            spans.Add(SpanAt(row));
        return spans;
    }

    private static SpanView SpanAt(NpgsqlDataReader row)
    {
        var (began, ended) = (row.GetFieldValue<DateTimeOffset>(16), Optional<DateTimeOffset>(row, 17));
        return new(
            row.GetGuid(0),
            row.GetInt64(1),
            Optional<Guid>(row, 2),
            row.GetString(3),
            row.GetString(4),
            Text(row, 5),
            Optional<int>(row, 6),
            Text(row, 7),
            StoredState.Read<SpanStatus>(row.GetString(8)),
            Text(row, 9),
            Text(row, 10),
            Optional<long>(row, 11),
            Optional<long>(row, 12),
            Optional<decimal>(row, 13) is { } cost ? Budgets.Trimmed(cost) : null,
            Optional<double>(row, 14),
            Text(row, 15),
            began,
            ended,
            ended is { } end ? (int)(end - began).TotalMilliseconds : null
        );
    }

    private static T? Optional<T>(NpgsqlDataReader row, int column)
        where T : struct => row.IsDBNull(column) ? null : row.GetFieldValue<T>(column);

    private static string? Text(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);
}
