using Npgsql;

namespace Atelier.Library.Searching;

/// <summary>
/// What there is to look in, and so where to begin. The index of words has those of everybody's documents: for a common
/// one it is the long way to a single book.
/// </summary>
/// <param name="Asked">What is looked for, read by the rules of each language that is there: texts of PostgreSQL's type
/// <c>tsquery</c>, any of which is enough. None where all the words are too common.</param>
/// <param name="IsEmpty">There is nothing to look in.</param>
/// <param name="Documents">Null where they are too many to name.</param>
/// <param name="IsReadWhole">So little that every passage is read.</param>
internal sealed record SearchShelf(IReadOnlyList<string> Asked, bool IsEmpty, Guid[]? Documents, bool IsReadWhole)
{
    private const int MostNamed = 500; // documents
    private const long LittleText = 2_500_000; // code points: some two thousand passages

    /// <param name="query">As somebody has typed it.</param>
    public static async Task<SearchShelf> LookAsync(
        NpgsqlDataSource database,
        SearchScope scope,
        string query,
        CancellationToken cancel
    )
    {
        var place = scope.Ids.Count + 1;
        await using var command = database.CreateCommand(
            $"""
            with shelf as materialized (
                select d.id, d.search_config, d.text_length
                from library.documents d where {scope.Sql} and d.read_at is not null)
            select array(select distinct websearch_to_tsquery(c.search_config::regconfig, ${place})::text
                         from (select distinct search_config from shelf) c),
                   coalesce(sum(text_length), 0), case when count(*) <= {MostNamed} then array_agg(id) end
            from shelf
            """
        );
        foreach (var id in scope.Ids)
            command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(new() { Value = query });
        await using var row = await command.ExecuteReaderAsync(cancel);
        await row.ReadAsync(cancel);
        var asked = row.GetFieldValue<string[]>(0);
        var documents = row.IsDBNull(2) ? null : row.GetFieldValue<Guid[]>(2);
        return new(
            [.. asked.Where(words => words.Length > 0)],
            asked.Length == 0,
            documents,
            documents is not null && row.GetInt64(1) <= LittleText
        );
    }

    /// <param name="put">Takes a parameter, and says how it is called.</param>
    /// <returns>Tables and conditions on passages <c>p</c>; another condition follows.</returns>
    public string Source(SearchScope scope, Func<object, string> put)
    {
        if (Documents is null)
        {
            foreach (var id in scope.Ids)
                put(id);
            return $"library.passages p join library.documents d on d.id = p.document_id where {scope.Sql} and";
        }
        var documents = put(Documents);
        // The fence keeps the words from being looked up first.
        return IsReadWhole
            ? $"(select id, vector from library.passages where document_id = any ({documents}) offset 0) p where"
            : $"library.passages p where p.document_id = any ({documents}) and";
    }
}
