using System.Globalization;
using Npgsql;

namespace Atelier.Library.Searching;

/// <summary>
/// Finds people by names that may be misspelt, by the letters in threes they share. On a server without pg_trgm a part of
/// the name must be right.
/// </summary>
internal sealed class NameSearch(NpgsqlDataSource database)
{
    private const int Most = 8;
    private const double LeastLikeness = 0.45;

    private readonly Lazy<Task<bool>> _knowsTrigrams = new(() => HasTrigramsAsync(database));

    public async Task<IReadOnlyList<PersonHit>> FindAsync(SearchScope scope, string name, CancellationToken cancel)
    {
        var place = scope.Ids.Count + 1;
        var isFuzzy = await _knowsTrigrams.Value.WaitAsync(cancel);
        var (likeness, condition) = isFuzzy
            ? ($"word_similarity(${place}, p.names)", $"${place} <% p.names")
            : ("1.0::real", $"p.names ilike '%' || ${place} || '%'");
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        if (isFuzzy)
        {
            await using var threshold = new NpgsqlCommand(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"set local pg_trgm.word_similarity_threshold = {LeastLikeness}"
                ),
                connection,
                transaction
            );
            await threshold.ExecuteNonQueryAsync(cancel);
        }
        await using var command = new NpgsqlCommand(
            $"""
            select d.id, d.title, p.number, p.name, p.mentions, {likeness} as likeness
            from library.people p join library.documents d on d.id = p.document_id
            where {scope.Sql} and {condition}
            order by likeness desc, p.mentions desc, d.id, p.number
            limit {Most}
            """,
            connection,
            transaction
        );
        foreach (var id in scope.Ids)
            command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(new() { Value = isFuzzy ? name : Escaped(name) });
        var people = new List<PersonHit>();
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
            people.Add(
                new(
                    row.GetGuid(0),
                    row.GetString(1),
                    row.GetInt32(2),
                    row.GetString(3),
                    row.GetInt32(4),
                    Math.Round(row.GetFloat(5), 3)
                )
            );
        return people;
    }

    private static string Escaped(string name) =>
        name.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal);

    private static async Task<bool> HasTrigramsAsync(NpgsqlDataSource database)
    {
        await using var command = database.CreateCommand(
            "select exists (select from pg_extension where extname = 'pg_trgm')"
        );
        return await command.ExecuteScalarAsync() is true;
    }
}
