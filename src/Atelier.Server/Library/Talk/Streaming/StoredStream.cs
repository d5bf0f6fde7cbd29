using System.Runtime.CompilerServices;
using Atelier.JobEngine;
using Npgsql;

namespace Atelier.Library.Talk.Streaming;

/// <summary>
/// The stream of an answer as it is stored, followed as it grows. Any number may follow, from any process and any place:
/// what they are told is the same.
/// </summary>
internal sealed class StoredStream(
    NpgsqlDataSource database,
    TalkBell bell,
    AnswerPen pen,
    JobClient jobs,
    TimeProvider clock
)
{
    /// <summary>How often to look when the writer is in another process.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    /// <summary>After so long without a word it is asked whether anybody is still writing.</summary>
    private static readonly TimeSpan Doubt = TimeSpan.FromSeconds(3);

    private const string Next =
        "select seq, type, data from library.message_events where message_id = $1 and seq > $2 order by seq";

    private const string Whole = """
        select state, events, content, chat_id, parent_id from library.messages where id = $1
        """;

    /// <param name="after">The last event that was seen; 0 for none.</param>
    public EventStream Follow(Guid message, int after) => new(gone => EventsAsync(message, after, gone));

    private async IAsyncEnumerable<StreamedEvent> EventsAsync(
        Guid message,
        int after,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        var (heard, doubted) = (clock.GetTimestamp(), clock.GetTimestamp());
        while (true)
        {
            var rung = bell.NextAsync(message);
            var some = await ReadAsync(message, after, cancel);
            foreach (var one in some)
            {
                yield return one;
                after = one.Seq;
                if (one.Type == AnswerEvents.Done)
                    yield break;
            }
            if (some.Count > 0)
                heard = doubted = clock.GetTimestamp();
            else if (await EndAsync(message, after, cancel) is { } rest)
            {
                foreach (var one in rest)
                    yield return one;
                yield break;
            }
            if (clock.GetElapsedTime(doubted) > Doubt)
            {
                doubted = clock.GetTimestamp();
                await SettleAsync(message, cancel);
            }
            if (clock.GetElapsedTime(heard) > Heartbeat)
            {
                heard = clock.GetTimestamp();
                yield return StreamedEvent.Heartbeat;
            }
            await Task.WhenAny(rung, Task.Delay(Look, clock, cancel));
            cancel.ThrowIfCancellationRequested();
        }
    }

    private async Task<List<StreamedEvent>> ReadAsync(Guid message, int after, CancellationToken cancel)
    {
        await using var next = database.CreateCommand(Next);
        next.Parameters.Add(new() { Value = message });
        next.Parameters.Add(new() { Value = after });
        var some = new List<StreamedEvent>();
        await using var row = await next.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
            some.Add(new(row.GetInt32(0), row.GetString(1), row.GetString(2)));
        return some;
    }

    /// <returns>
    /// Null while more may come. Events are kept for a day: of an older answer the stream is told again from its text,
    /// with the number of its last event, so that nobody who saw the end is told anything twice.
    /// </returns>
    private async Task<IReadOnlyList<StreamedEvent>?> EndAsync(Guid message, int after, CancellationToken cancel)
    {
        if (await WholeAsync(message, cancel) is not { } whole)
            return [];
        if (whole.State == "writing")
            return null;
        if (after >= whole.Events)
            return [];
        if (await IsKeptAsync(message, cancel))
            return null; // written between the two looks
        return
        [
            new(0, AnswerEvents.Start, AnswerEvents.Write(new StartData(message, whole.Parent, whole.Chat))),
            new(0, AnswerEvents.Delta, AnswerEvents.Write(new DeltaData(whole.Content, 0))),
            new(
                whole.Events,
                AnswerEvents.Done,
                AnswerEvents.Write(new DoneData(whole.State == "done" ? "stop" : whole.State))
            ),
        ];
    }

    private async Task<WholeAnswer?> WholeAsync(Guid message, CancellationToken cancel)
    {
        await using var whole = database.CreateCommand(Whole);
        whole.Parameters.Add(new() { Value = message });
        await using var row = await whole.ExecuteReaderAsync(cancel);
        return await row.ReadAsync(cancel)
            ? new(
                row.GetString(0),
                row.GetInt32(1),
                row.GetString(2),
                row.GetGuid(3),
                row.IsDBNull(4) ? null : row.GetGuid(4)
            )
            : null;
    }

    private async Task<bool> IsKeptAsync(Guid message, CancellationToken cancel)
    {
        await using var kept = database.CreateCommand(
            "select exists (select from library.message_events where message_id = $1)"
        );
        kept.Parameters.Add(new() { Value = message });
        return (bool)(await kept.ExecuteScalarAsync(cancel))!;
    }

    /// <summary>An answer whose job ended without it is ended here: by a cancel from outside, or by too many failures.</summary>
    private async Task SettleAsync(Guid message, CancellationToken cancel)
    {
        await using var find = database.CreateCommand(
            "select job_id from library.messages where id = $1 and state = 'writing'"
        );
        find.Parameters.Add(new() { Value = message });
        if (await find.ExecuteScalarAsync(cancel) is not Guid job)
            return;
        switch ((await jobs.GetAsync(job, cancel))?.Job.State)
        {
            case JobState.Cancelled:
                await pen.EndAsync(message, MessageState.Stopped, "stopped", null, cancel);
                break;
            case null or JobState.Failed or JobState.Succeeded:
                await pen.EndAsync(message, MessageState.Failed, "failed", "answer_failed", cancel);
                break;
        }
    }

    private sealed record WholeAnswer(string State, int Events, string Content, Guid Chat, Guid? Parent);
}
