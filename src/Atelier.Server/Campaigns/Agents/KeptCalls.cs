using Atelier.Campaigns.Money;
using Atelier.Generation;
using Npgsql;

namespace Atelier.Campaigns.Agents;

/// <summary>The last attempt at a question.</summary>
internal sealed record KeptCall(
    Guid CallId,
    int Attempt,
    CallState State,
    bool IsFinal,
    string? Answer,
    string? FailureCode,
    string? Failure,
    Usage Usage
);

/// <summary>What models answered before, by run and question.</summary>
internal sealed class KeptCalls(NpgsqlDataSource database)
{
    private const string Last = """
        select id, attempt, state, is_final, answer, failure_code, failure, input_tokens, output_tokens, cost
        from campaigns.calls where run_id = $1 and key = $2 order by attempt desc limit 1
        """;

    public async Task<KeptCall?> FindAsync(Guid run, string key, CancellationToken cancel)
    {
        await using var last = database.CreateCommand(Last);
        last.Parameters.Add(new() { Value = run });
        last.Parameters.Add(new() { Value = key });
        await using var row = await last.ExecuteReaderAsync(cancel);
        return await row.ReadAsync(cancel)
            ? new(
                row.GetGuid(0),
                row.GetInt32(1),
                StoredState.Read<CallState>(row.GetString(2)),
                row.GetBoolean(3),
                Text(4),
                Text(5),
                Text(6),
                new(1, row.GetInt64(7), row.GetInt64(8), row.GetDecimal(9))
            )
            : null;

        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
    }
}
