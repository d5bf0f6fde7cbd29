using Npgsql;

namespace Atelier.JobEngine.Nodes;

/// <summary>
/// A connection that fell silent is seldom alone: when one did not answer in time, none that was opened before is trusted any
/// more. One after the other would cost a job the wait of <see cref="Bounds.Seconds"/> each time.
/// </summary>
internal sealed class Silence(NpgsqlDataSource database)
{
    private int _times;

    /// <summary>How often it was met. A connection that is kept is good while this stays the same.</summary>
    public int Times => Volatile.Read(ref _times);

    /// <summary>Where time ran out, closes the connections at rest now and those in use when they come back to the pool.</summary>
    /// <param name="problem">Of a statement; when it was cancelled, because its time was up.</param>
    public void Suspect(Exception problem)
    {
        if (
            problem
            is not (
                TimeoutException
                or OperationCanceledException
                or NpgsqlException { InnerException: TimeoutException }
            )
        )
            return;
        Interlocked.Increment(ref _times);
        database.Clear();
    }
}
