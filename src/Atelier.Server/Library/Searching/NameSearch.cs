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

    // A wrong letter is in three of the threes, two that changed places in four. Of a short name little more would be left.
    private const int ThreesOfOneSlip = 4;
    private const int ThreesOfOneSlipInShortNames = 3;
    private const int ShortName = 9; // threes

    private readonly Lazy<Task<bool>> _knowsTrigrams = new(() => HasTrigramsAsync(database));

    public async Task<IReadOnlyList<PersonHit>> FindAsync(SearchScope scope, string name, CancellationToken cancel)
    {
        if (!await _knowsTrigrams.Value.WaitAsync(cancel))
            return await AskAsync(scope, Escaped(name), null, cancel);
        var threes = Threes(name);
        // Of a short name a slip leaves so little that very many are like it. Nobody is more like it than who is called so.
        if (threes <= ShortName && await AskAsync(scope, name, 1, cancel) is { Count: Most } same)
            return same;
        // One slip is usual, and to look for no more reads far fewer names.
        var usual = Math.Max(LeastLikeness, LikenessAfterOneSlip(threes));
        var people = await AskAsync(scope, name, usual, cancel);
        return people.Count == 0 && usual > LeastLikeness ? await AskAsync(scope, name, LeastLikeness, cancel) : people;
    }

    /// <summary>Each word has one more than it has letters.</summary>
    private static int Threes(string name) =>
        name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Sum(word => word.Length + 1);

    /// <summary>Which share of its threes a name keeps.</summary>
    private static double LikenessAfterOneSlip(int threes)
    {
        var wrong = threes <= ShortName ? ThreesOfOneSlipInShortNames : ThreesOfOneSlip;
        return (double)(threes - wrong) / Math.Max(1, threes);
    }

    /// <param name="least">Likeness, from 0 to 1; null where it cannot be told.</param>
    private async Task<IReadOnlyList<PersonHit>> AskAsync(
        SearchScope scope,
        string name,
        double? least,
        CancellationToken cancel
    )
    {
        var place = scope.Ids.Count + 1;
        var (likeness, condition) = least is null
            ? ("1.0::real", $"p.names ilike '%' || ${place} || '%'")
            : ($"word_similarity(${place}, p.names)", $"${place} <% p.names");
        var question = new NpgsqlBatchCommand(
            $"""
            select d.id, d.title, p.number, p.name, p.mentions, {likeness} as likeness
            from library.people p join library.documents d on d.id = p.document_id
            where {scope.Sql} and {condition}
            order by likeness desc, p.mentions desc, d.id, p.number
            limit {Most}
            """
        );
        foreach (var id in scope.Ids)
            question.Parameters.Add(new() { Value = id });
        question.Parameters.Add(new() { Value = name });
        await using var batch = database.CreateBatch();
        var people = new List<PersonHit>();
        await using var row = await batch.ReadAsync(question, least, cancel);
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
