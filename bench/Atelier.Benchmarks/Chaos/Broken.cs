using System.Net.Sockets;
using Npgsql;

namespace Atelier.Benchmarks.Chaos;

/// <summary>Errors that this run asked for. Any other one ends it.</summary>
internal static class Broken
{
    public static bool Is(Exception problem) =>
        problem switch
        {
            PostgresException refused => refused.SqlState[..2] is "08" or "25" or "40" or "57",
            NpgsqlException or IOException or SocketException or TimeoutException => true,
            InvalidOperationException { Source: "Npgsql" } => true,
            _ => false,
        };
}
