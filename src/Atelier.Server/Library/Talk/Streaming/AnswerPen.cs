using Npgsql;
using NpgsqlTypes;

namespace Atelier.Library.Talk.Streaming;

/// <summary>
/// Writes answers. A piece of text and the event that tells it are one statement, and only the run that holds the pen may
/// add one: an answer's text is always what its stream said, nothing lost and nothing twice.
/// </summary>
internal sealed class AnswerPen(NpgsqlDataSource database, TalkBell bell, TimeProvider clock)
{
    private const string Take = """
        update library.messages set writer = $2, job_id = coalesce(job_id, $3) where id = $1 and state = 'writing'
        returning events, content
        """;

    private const string Add = """
        with grown as (
            update library.messages set events = $3, content = content || $4
            where id = $1 and writer = $2 and state = 'writing' and events = $3 - 1
            returning id)
        insert into library.message_events (message_id, seq, type, data, at)
        select id, $3, $5, $6, $7 from grown
        """;

    private const string End = """
        with ended as (
            update library.messages set state = $2, error_code = $3, finished_at = $4, events = events + 1
            where id = $1 and state = 'writing' and chat_id = coalesce($6, chat_id)
            returning id, events, job_id),
        told as (
            insert into library.message_events (message_id, seq, type, data, at)
            select id, events, 'done', $5, $4 from ended)
        select job_id from ended
        """;

    /// <returns>What is there already; null when the answer has ended, or is gone.</returns>
    public async Task<(int Events, string Content)?> TakeAsync(
        Guid message,
        Guid writer,
        Guid job,
        CancellationToken cancel
    )
    {
        await using var take = Command(Take, message, writer, job);
        await using var row = await take.ExecuteReaderAsync(cancel);
        return await row.ReadAsync(cancel) ? (row.GetInt32(0), row.GetString(1)) : null;
    }

    /// <returns>False when the answer was ended by somebody else, or another run has the pen.</returns>
    public async Task<bool> AddAsync(
        Guid message,
        Guid writer,
        int seq,
        string type,
        string data,
        string text,
        CancellationToken cancel
    )
    {
        await using var add = Command(Add, message, writer, seq, text, type, data, clock.GetUtcNow());
        var added = await add.ExecuteNonQueryAsync(cancel) == 1;
        bell.Ring(message);
        return added;
    }

    /// <summary>The last event of a stream. Whoever comes first ends it.</summary>
    public Task EndAsync(Guid message, MessageState state, string reason, string? error, CancellationToken cancel) =>
        CloseAsync(message, chat: null, state, reason, error, cancel);

    /// <summary>Ends an answer of this chat where it is, with nothing asked before.</summary>
    /// <returns>The job that was writing it; null when it had ended before, or is of another chat.</returns>
    public Task<Guid?> StopAsync(Guid chat, Guid message, CancellationToken cancel) =>
        CloseAsync(message, chat, MessageState.Stopped, "stopped", error: null, cancel);

    private async Task<Guid?> CloseAsync(
        Guid message,
        Guid? chat,
        MessageState state,
        string reason,
        string? error,
        CancellationToken cancel
    )
    {
        await using var end = database.CreateCommand(End);
        end.Parameters.Add(new() { Value = message });
        end.Parameters.Add(new() { Value = state.ToString().ToLowerInvariant() });
        end.Parameters.Add(new() { Value = (object?)error ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        end.Parameters.Add(new() { Value = clock.GetUtcNow() });
        end.Parameters.Add(new() { Value = AnswerEvents.Write(new DoneData(reason)) });
        end.Parameters.Add(new() { Value = (object?)chat ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
        var job = await end.ExecuteScalarAsync(cancel);
        bell.Ring(message);
        return job as Guid?;
    }

    private NpgsqlCommand Command(string sql, params ReadOnlySpan<object> values)
    {
        var command = database.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return command;
    }
}
