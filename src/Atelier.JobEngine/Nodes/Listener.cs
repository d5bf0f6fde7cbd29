using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Atelier.JobEngine.Nodes;

/// <summary>
/// The one LISTEN connection of this process. It also holds a session lock under the node's id, so that others see
/// sooner than by the lease when the process is gone.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "Its token source has no timer and no handle to free.")]
internal sealed class Listener(NpgsqlDataSource database, TimeProvider time, ILogger<Listener> log)
{
    /// <summary>First half of the engine's advisory locks ("jobs" in ASCII); the second is a node id, 0 for sweeps or -1 for pruning.</summary>
    public const int LockClass = 0x6A6F6273;

    /// <summary>How an operator finds the listening session of each process in pg_stat_activity.</summary>
    public const string Name = "atelier listener";

    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(5);

    private CancellationTokenSource _again = new();
    private int? _node;

    /// <summary>After every (re)connection: whatever was announced before it was missed.</summary>
    public event Action? Connected;

    public event Action<short>? Work;

    public event Action<long>? Cancel;

    public event Action<long, int>? Event;

    public event Action<long, long>? Queued;

    public event Action<int>? Held;

    public event Action<string>? Hint;

    /// <summary>Connects anew, with the lock of this node.</summary>
    public void Represent(int node)
    {
        _node = node;
        _again.Cancel();
    }

    public async Task RunAsync(CancellationToken stop)
    {
        for (var failures = 0; !stop.IsCancellationRequested; )
        {
            var again = CancellationTokenSource.CreateLinkedTokenSource(stop);
            Interlocked.Exchange(ref _again, again);
            try
            {
                await ListenAsync(() => failures = 0, again.Token);
            }
            catch (OperationCanceledException) when (again.IsCancellationRequested) { }
            catch (Exception problem)
            {
                log.LogDebug(problem, "The listening connection ended; connecting again.");
                var salt = (ulong)time.GetTimestamp();
                var wait = Backoff.After(++failures, TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(2), salt);
                await Task.Delay(wait, time, stop).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }
    }

    private async Task ListenAsync(Action connected, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        connection.Notification += (_, notice) => Read(notice.Channel, notice.Payload);
        await using (
            var listen = new NpgsqlCommand($"set application_name = '{Name}'; listen atelier_jobs", connection)
        )
            await listen.ExecuteNonQueryAsync(cancel);
        if (_node is { } node)
        {
            await using var hold = new NpgsqlCommand("select pg_try_advisory_lock($1, $2)", connection);
            hold.Parameters.Add(new() { Value = LockClass });
            hold.Parameters.Add(new() { Value = node });
            await hold.ExecuteScalarAsync(cancel);
        }
        connected();
        Connected?.Invoke();
        while (true)
        {
            if (await connection.WaitAsync(Quiet, cancel))
                continue;
            // A link that is dead on one side looks alive until somebody talks.
            await using var probe = new NpgsqlCommand("select 1", connection) { CommandTimeout = 5 };
            await probe.ExecuteScalarAsync(cancel);
        }
    }

    // What a payload says is told by its first letter; numbers follow, or a hint's text. One that is not understood is another version's.
    private void Read(string channel, string payload)
    {
        if (channel != "atelier_jobs" || payload.Length < 3)
            return;
        if (payload.StartsWith("x:", StringComparison.Ordinal))
            Hint?.Invoke(payload[2..]);
        else
            foreach (var part in payload[2..].Split(','))
                if (Numbers(part) is { } numbers)
                    Tell(payload[0], numbers.First, numbers.Second);
    }

    private void Tell(char what, long first, long? second)
    {
        switch (what, second)
        {
            case ('w', _): // work in a lane
                Work?.Invoke((short)first);
                break;
            case ('q', { } job): // one more job in a lane
                Work?.Invoke((short)first);
                Event?.Invoke(job, 1);
                break;
            case ('h', { } job): // one more job in the line of a key
                Held?.Invoke((int)first);
                Event?.Invoke(job, 1);
                break;
            case ('k', _): // something to do in the line of a key
                Held?.Invoke((int)first);
                break;
            case ('c', { } seq):
                Cancel?.Invoke(first);
                Event?.Invoke(first, (int)seq);
                break;
            case ('e', { } seq):
                Event?.Invoke(first, (int)seq);
                break;
            case ('t', { } last): // many were queued: their first events have ids in this range
                Queued?.Invoke(first, last);
                break;
        }
    }

    private static (long First, long? Second)? Numbers(string part)
    {
        var colon = part.IndexOf(':', StringComparison.Ordinal);
        if (!long.TryParse(colon < 0 ? part : part[..colon], CultureInfo.InvariantCulture, out var first))
            return null;
        return colon > 0 && long.TryParse(part[(colon + 1)..], CultureInfo.InvariantCulture, out var second)
            ? (first, second)
            : (first, null);
    }
}
