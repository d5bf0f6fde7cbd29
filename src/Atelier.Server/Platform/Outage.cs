using Atelier.Platform.Database.Postgres;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Atelier.Platform;

/// <summary>What a database or a disk says that is away for a while, to work that goes on when it is back.</summary>
internal static class Outage
{
    /// <summary>Entity Framework reports a database that is away as an invalid operation.</summary>
    public static bool Is(Exception problem) =>
        problem
            is NpgsqlException
                or DbUpdateException
                or InvalidOperationException
                or EmbeddedPostgresException
                or IOException
                or UnauthorizedAccessException;
}
