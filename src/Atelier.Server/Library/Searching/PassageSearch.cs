using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;
using NpgsqlTypes;

namespace Atelier.Library.Searching;

/// <param name="Found">Passages that match, of those that were looked at.</param>
/// <param name="IsCapped">There may be more than were looked at, or than are ranked.</param>
internal sealed record FoundPassages(IReadOnlyList<SearchHit> Hits, int Found, bool IsCapped, bool HasWords);

/// <summary>
/// Full text search. Whatever somebody types is a query; at most so many of its matches are ranked, as ranking reads the
/// words of each; only those that are shown are cut to snippets.
/// </summary>
internal sealed partial class PassageSearch(NpgsqlDataSource database)
{
    public const int MostRanked = 1500;

    // The index knows which words a passage has, not where: whether they stand in a row is read in the passage.
    private const int MostLookedInto = 2_000;

    // No text has them: control characters are left out when it is read.
    private const char MatchBegins = '\u0002';
    private const char MatchEnds = '\u0003';

    private const string Headline = "StartSel=\"\u0002\", StopSel=\"\u0003\", MaxFragments=2, MinWords=12, MaxWords=32";

    public async Task<FoundPassages> FindAsync(
        SearchScope scope,
        string query,
        int skip,
        int take,
        CancellationToken cancel
    )
    {
        var shelf = await SearchShelf.LookAsync(database, scope, cancel);
        if (shelf.Configs.Count == 0)
            return new([], 0, IsCapped: false, HasWords: true);
        await using var command = database.CreateCommand();
        string Put(object value, NpgsqlDbType? type = null)
        {
            var parameter = new NpgsqlParameter { Value = value };
            if (type is { } known)
                parameter.NpgsqlDbType = known;
            command.Parameters.Add(parameter);
            return string.Create(CultureInfo.InvariantCulture, $"${command.Parameters.Count}");
        }
        // The scope's own condition counts from $1.
        var source = shelf.Source(scope, ids => Put(ids));
        var asked = Put(query);
        // In the words of each language that is there.
        var words = string.Join(
            " || ",
            shelf.Configs.Select(config =>
                $"websearch_to_tsquery({Put(config, NpgsqlDbType.Text)}::regconfig, {asked})"
            )
        );
        var isInARow = !shelf.IsReadWhole && InARow().IsMatch(query);
        var (loose, most) = isInARow
            ? ($"regexp_replace(({words})::text, '<(-|[0-9]+)>', '&', 'g')::tsquery", MostLookedInto)
            : ($"({words})", MostRanked + 1);
        command.CommandText = $"""
            with asked as materialized (select {words} as query),
            candidates as materialized (select p.id, p.vector from {source} p.vector @@ {loose} limit {most}),
            matching as materialized (
                select c.id, c.vector from candidates c {(isInARow ? $"where c.vector @@ ({words})" : "")}
                limit {MostRanked + 1}),
            ranked as (
                select m.id, ts_rank_cd(m.vector, asked.query, 32) as rank, count(*) over () as found
                from matching m, asked
                order by rank desc, m.id
                limit {Put(take)} offset {Put(skip)})
            select d.id, d.title, p.chapter, p.page, p.start_at, p.end_at, r.rank,
                   ts_headline(d.search_config::regconfig, p.body, asked.query, {Put(Headline)}), r.found,
                   (select count(*) from candidates)
            from ranked r
            join library.passages p on p.id = r.id
            join library.documents d on d.id = p.document_id
            cross join asked
            order by r.rank desc, r.id
            """;
        var (hits, found, looked) = (new List<SearchHit>(), 0, 0L);
        await using (var row = await command.ExecuteReaderAsync(cancel))
            while (await row.ReadAsync(cancel))
            {
                (found, looked) = ((int)row.GetInt64(8), row.GetInt64(9));
                hits.Add(Hit(row));
            }
        var isCapped = found > MostRanked || (isInARow && looked >= most);
        return new(hits, found, isCapped, hits.Count > 0 || await HasWordsAsync(shelf.Configs, query, cancel));
    }

    /// <summary>Several words in quotation marks, or parts of one with something between.</summary>
    [GeneratedRegex(@"""[^""]*\S\s+\S|[^\s""][^\p{L}\p{N}\s""]+[\p{L}\p{N}]")]
    private static partial Regex InARow();

    private static SearchHit Hit(NpgsqlDataReader row) =>
        new(
            row.GetGuid(0),
            row.GetString(1),
            row.GetInt32(2),
            row.IsDBNull(3) ? null : row.GetInt32(3),
            row.GetInt32(4),
            row.GetInt32(5),
            Math.Round(row.GetFloat(6), 4),
            Parts(row.GetString(7))
        );

    private static List<SnippetPart> Parts(string headline)
    {
        var parts = new List<SnippetPart>();
        var isMatch = false;
        foreach (var part in headline.Split([MatchBegins, MatchEnds]))
        {
            if (part.Length > 0)
                parts.Add(new(part, isMatch));
            isMatch = !isMatch;
        }
        return parts;
    }

    /// <summary>False where all that was typed is words so common that they are not looked for.</summary>
    private async Task<bool> HasWordsAsync(IReadOnlyList<string> configs, string query, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(
            "select bool_or(numnode(websearch_to_tsquery(config::regconfig, $2)) > 0) from unnest($1::text[]) config"
        );
        command.Parameters.Add(new() { Value = configs.ToArray() });
        command.Parameters.Add(new() { Value = query });
        return await command.ExecuteScalarAsync(cancel) is true;
    }
}
