using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace Atelier.Library.Searching;

internal sealed record FoundPassages(IReadOnlyList<SearchHit> Hits, int Found, bool HasWords);

/// <summary>
/// Full text search. Whatever somebody types is a query; at most so many of its matches are ranked, as ranking reads the
/// words of each; only those that are shown are cut to snippets.
/// </summary>
internal sealed class PassageSearch(NpgsqlDataSource database)
{
    public const int MostRanked = 2000;

    // No text has them: control characters are left out when it is read.
    private const char MatchBegins = '\u0002';
    private const char MatchEnds = '\u0003';

    public async Task<FoundPassages> FindAsync(
        SearchScope scope,
        string query,
        int skip,
        int take,
        CancellationToken cancel
    )
    {
        var configs = await ConfigsAsync(scope, cancel);
        if (configs.Count == 0)
            return new([], 0, HasWords: true);
        var place = scope.Ids.Count;
        // In the words of each language that is there.
        var words = string.Join(
            " || ",
            configs.Select(
                (_, i) =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"websearch_to_tsquery(${place + 2 + i}::regconfig, ${place + 1})"
                    )
            )
        );
        var last = place + 1 + configs.Count;
        await using var command = database.CreateCommand(
            $"""
            with asked as materialized (select {words} as query),
            matching as materialized (
                select p.id, p.vector from library.passages p
                join library.documents d on d.id = p.document_id
                where {scope.Sql} and p.vector @@ ({words})
                limit {MostRanked + 1}),
            ranked as (
                select m.id, ts_rank_cd(m.vector, asked.query, 32) as rank, count(*) over () as found
                from matching m, asked
                order by rank desc, m.id
                limit ${last + 1} offset ${last + 2})
            select d.id, d.title, p.chapter, p.page, p.start_at, p.end_at, r.rank,
                   ts_headline(d.search_config::regconfig, p.body, asked.query, ${last + 3}), r.found
            from ranked r
            join library.passages p on p.id = r.id
            join library.documents d on d.id = p.document_id
            cross join asked
            order by r.rank desc, r.id
            """
        );
        foreach (var id in scope.Ids)
            command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(new() { Value = query });
        foreach (var config in configs)
            command.Parameters.Add(new() { Value = config, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = take });
        command.Parameters.Add(new() { Value = skip });
        command.Parameters.Add(
            new()
            {
                Value =
                    $"StartSel=\"{MatchBegins}\", StopSel=\"{MatchEnds}\", MaxFragments=2, MinWords=12, MaxWords=32",
            }
        );
        var hits = new List<SearchHit>();
        var found = 0;
        await using (var row = await command.ExecuteReaderAsync(cancel))
            while (await row.ReadAsync(cancel))
            {
                found = (int)row.GetInt64(8);
                hits.Add(
                    new(
                        row.GetGuid(0),
                        row.GetString(1),
                        row.GetInt32(2),
                        row.IsDBNull(3) ? null : row.GetInt32(3),
                        row.GetInt32(4),
                        row.GetInt32(5),
                        Math.Round(row.GetFloat(6), 4),
                        Parts(row.GetString(7))
                    )
                );
            }
        return new(hits, found, hits.Count > 0 || await HasWordsAsync(configs, query, cancel));
    }

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

    private async Task<List<string>> ConfigsAsync(SearchScope scope, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(
            $"select distinct d.search_config from library.documents d where {scope.Sql} and d.read_at is not null"
        );
        foreach (var id in scope.Ids)
            command.Parameters.Add(new() { Value = id });
        var configs = new List<string>();
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
            configs.Add(row.GetString(0));
        return configs;
    }

    /// <summary>False where all that was typed is words so common that they are not looked for.</summary>
    private async Task<bool> HasWordsAsync(List<string> configs, string query, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(
            "select bool_or(numnode(websearch_to_tsquery(config::regconfig, $2)) > 0) from unnest($1::text[]) config"
        );
        command.Parameters.Add(new() { Value = configs.ToArray() });
        command.Parameters.Add(new() { Value = query });
        return await command.ExecuteScalarAsync(cancel) is true;
    }
}
