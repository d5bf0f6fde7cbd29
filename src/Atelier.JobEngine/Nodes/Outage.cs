using Npgsql;

namespace Atelier.JobEngine.Nodes;

/// <summary>Tells a database that is away for a moment from a statement that will never work.</summary>
internal static class Outage
{
    public static bool Is(Exception problem) =>
        problem switch
        {
            PostgresException p => p.SqlState[..2] is "08" or "53" or "57"
                || p.SqlState is "40001" or "40P01" or "25P03" or "25P04",
            NpgsqlException => true,
            TimeoutException or System.IO.IOException or System.Net.Sockets.SocketException => true,
            // A connection that broke between two statements.
            InvalidOperationException { Source: "Npgsql" } => true,
            _ => false,
        };
}
