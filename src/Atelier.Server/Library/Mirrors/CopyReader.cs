using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Atelier.Library.Mirrors;

/// <summary>Reads from the library what a mirror is to have.</summary>
internal sealed class CopyReader(IServiceScopeFactory scopes, NpgsqlDataSource database)
{
    private const int PassagesAtOnce = 96; // as many records as an index that embeds takes in one request

    /// <returns>Null where there is nothing to have: no such document, or none that is analysed.</returns>
    public async Task<DocumentCopy?> FindAsync(Guid id, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LibraryDb>();
        var document = await db
            .Documents.AsNoTracking()
            .SingleOrDefaultAsync(d => d.Id == id && d.AnalyzedAt != null, cancel);
        if (document is null)
            return null;
        return new(
            document,
            await db.People.AsNoTracking().Where(p => p.DocumentId == id).OrderBy(p => p.Number).ToListAsync(cancel),
            await db
                .Relations.AsNoTracking()
                .Where(r => r.DocumentId == id)
                .OrderBy(r => r.A)
                .ThenBy(r => r.B)
                .ThenBy(r => r.Kind)
                .ToListAsync(cancel),
            PassagesAsync(id, CancellationToken.None)
        );
    }

    /// <summary>No connection is held while the mirror takes its time.</summary>
    private async IAsyncEnumerable<IReadOnlyList<PassageCopy>> PassagesAsync(
        Guid document,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        for (var after = -1; ; )
        {
            var passages = new List<PassageCopy>(PassagesAtOnce);
            await using (
                var command = database.CreateCommand(
                    """
                    select chapter, page, start_at, end_at, body from library.passages
                    where document_id = $1 and start_at > $2 order by start_at limit $3
                    """
                )
            )
            {
                command.Parameters.Add(new() { Value = document });
                command.Parameters.Add(new() { Value = after });
                command.Parameters.Add(new() { Value = PassagesAtOnce });
                await using var row = await command.ExecuteReaderAsync(cancel);
                while (await row.ReadAsync(cancel))
                    passages.Add(
                        new(
                            row.GetInt32(0),
                            row.IsDBNull(1) ? null : row.GetInt32(1),
                            row.GetInt32(2),
                            row.GetInt32(3),
                            row.GetString(4)
                        )
                    );
            }
            if (passages.Count == 0)
                yield break;
            yield return passages;
            after = passages[^1].Start;
        }
    }
}
