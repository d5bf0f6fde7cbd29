namespace Atelier.JobEngine.Nodes;

/// <summary>
/// How long the engine's own statements may take. A process that freezes, or is cut off behind a connection that still
/// looks alive, must not keep what its transaction has locked: the turn to sweep, a key, a job.
/// </summary>
internal static class Bounds
{
    /// <summary>For the client, which a dead connection does not answer.</summary>
    public const int Seconds = 5;

    /// <summary>For the server, to which a dead client looks alive: set for the rest of the transaction.</summary>
    public const string Transaction = "set_config('transaction_timeout', '5s', true)";

    /// <summary>For every transaction of the session, as long as the pool does not take it back.</summary>
    public const string Session = "set_config('transaction_timeout', '5s', false)";

    /// <summary>For a transaction that goes on at once or never: the server ends it when its client falls silent.</summary>
    public const string Silence = "set_config('idle_in_transaction_session_timeout', '5s', true)";
}
