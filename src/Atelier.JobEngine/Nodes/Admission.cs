using System.Collections.Concurrent;
using Npgsql;

namespace Atelier.JobEngine.Nodes;

/// <summary>
/// What this process remembers of owners' queues, so that it need not count a queue for every job, and so that jobs an
/// owner queues side by side, unseen by each other's transactions, still get turns one after the other.
/// </summary>
internal sealed class Admission(JobEngineOptions options, TimeProvider time)
{
    private const int MostRemembered = 20_000;
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(5);

    private const string Count = """
        select count(*) from (
            select from jobs.job where owner_id = $1 and lane_id = $2 and state in (0, 1, 6) limit $3) waiting
        """;

    private readonly ConcurrentDictionary<(Guid Owner, short Lane), Room> _rooms = new();
    private readonly ConcurrentDictionary<(Guid Owner, short Lane, int Priority), Turn> _turns = new();

    public JobRefusal Refusal { get; } =
        new(
            "queue_full",
            $"{options.MostQueuedPerOwner} jobs of yours are waiting already. Wait until some of them are done."
        );

    public async ValueTask<bool> AdmitAsync(
        Guid owner,
        short lane,
        int jobs,
        NpgsqlTransaction transaction,
        CancellationToken cancel
    )
    {
        if (_rooms.Count > MostRemembered)
            _rooms.Clear();
        var room = _rooms.GetOrAdd((owner, lane), _ => new Room());
        lock (room)
            if (room.Left >= jobs && time.GetElapsedTime(room.CountedAt) < Remembered)
            {
                room.Left -= jobs;
                return true;
            }
        var now = time.GetTimestamp();
        await using var count = new NpgsqlCommand(Count, transaction.Connection, transaction)
        {
            Parameters =
            {
                new() { Value = owner },
                new() { Value = lane },
                new() { Value = options.MostQueuedPerOwner },
            },
        };
        var left = options.MostQueuedPerOwner - (int)(long)(await count.ExecuteScalarAsync(cancel))!;
        lock (room)
            // Others count as well: each takes only a part of the room for granted until it counts again.
            (room.Left, room.CountedAt) = (Math.Max(0, left / 4 - jobs), now);
        return left >= jobs;
    }

    /// <summary>Not before this turn: those given out a moment ago may not be committed yet.</summary>
    public long NextTurn(Guid owner, short lane, int priority, int jobs = 1)
    {
        if (!_turns.TryGetValue((owner, lane, priority), out var turn))
            return 0;
        lock (turn)
        {
            if (time.GetElapsedTime(turn.At) > Remembered)
                return 0;
            turn.Next += jobs;
            return turn.Next - jobs;
        }
    }

    public void Given(Guid owner, short lane, int priority, long last)
    {
        if (_turns.Count > MostRemembered)
            _turns.Clear();
        var turn = _turns.GetOrAdd((owner, lane, priority), _ => new Turn());
        lock (turn)
            (turn.Next, turn.At) = (Math.Max(turn.Next, last + 1), time.GetTimestamp());
    }

    private sealed class Room
    {
        public int Left { get; set; }

        public long CountedAt { get; set; }
    }

    private sealed class Turn
    {
        public long Next { get; set; }

        public long At { get; set; }
    }
}
