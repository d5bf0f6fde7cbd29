using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;

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
        var shelf = await SearchShelf.LookAsync(database, scope, query, cancel);
        if (shelf.Asked.Count == 0)
            return new([], 0, IsCapped: false, HasWords: shelf.IsEmpty);
        var question = new NpgsqlBatchCommand();
        string Put(object value)
        {
            question.Parameters.Add(new() { Value = value });
            return string.Create(CultureInfo.InvariantCulture, $"${question.Parameters.Count}");
        }
        // Constants to the planner, so that they are not read again for each passage.
        string Query(Func<string, string> text) =>
            $"({string.Join(" || ", shelf.Asked.Select(words => $"{Put(text(words))}::tsquery"))})";
        // The scope's own condition counts from $1.
        var source = shelf.Source(scope, ids => Put(ids));
        var asked = Query(words => words);
        var rank = $"ts_rank_cd(p.vector, {asked}, 32)";
        var (loose, most) = (asked, MostRanked + 1);
        if (!shelf.IsReadWhole && shelf.Asked.Any(InARow().IsMatch))
            (loose, most, rank) = (
                Query(words => InARow().Replace(words, "&")),
                MostLookedInto,
                $"case when p.vector @@ {asked} then {rank} end"
            );
        // Ranked where they are read: to hand on the words of so many takes as long as to rank them.
        question.CommandText = $"""
            with candidates as materialized (
                select p.id, {rank} as rank from {source} p.vector @@ {loose} limit {most}),
            ranked as (
                select id, rank from candidates where rank is not null order by rank desc, id
                limit {Put(take)} offset {Put(skip)})
            select d.id, d.title, p.chapter, p.page, p.start_at, p.end_at, r.rank,
                   ts_headline(d.search_config::regconfig, p.body, {asked}, {Put(Headline)}),
                   (select count(rank) from candidates), (select count(*) from candidates)
            from ranked r
            join library.passages p on p.id = r.id
            join library.documents d on d.id = p.document_id
            order by r.rank desc, r.id
            """;
        var (hits, found, looked) = (new List<SearchHit>(), 0, 0L);
        await using var batch = database.CreateBatch();
        await using (var row = await batch.ReadAsync(question, likeness: null, cancel))
            while (await row.ReadAsync(cancel))
            {
                (found, looked) = ((int)row.GetInt64(8), row.GetInt64(9));
                hits.Add(Hit(row));
            }
        return new(hits, found, IsCapped: looked >= most, HasWords: true);
    }

    /// <summary>One word after another, or so many places after it, between the words of a <c>tsquery</c>.</summary>
    [GeneratedRegex("<(-|[0-9]+)>")]
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
}
