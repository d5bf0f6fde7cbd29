using Atelier.Library.Cards.Lore;
using Atelier.Library.Characters.FromDocument;
using Atelier.Library.Documents;
using Atelier.Library.Talk.Answering;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Atelier.Library.Talk.Grounding;

/// <summary>
/// The passages an answer may draw on: by the words of the question, by the people it names, and by what the character
/// said, fused by reciprocal rank. Nothing behind the chat's horizon is looked at.
/// </summary>
internal sealed class Retrieval(LibraryDb db, NpgsqlDataSource database)
{
    private const int Most = 6;
    private const int OfEach = 20;
    private const int MostRanked = 2_000;
    private const int MostPlaces = 400;
    private const double Rrf = 60;

    private const string ByWords = """
        with asked as (select replace(plainto_tsquery($2::regconfig, $3)::text, ' & ', ' | ')::tsquery as words),
        found as (
            select p.* from library.passages p, asked
            where p.document_id = $1 and p.chapter <= $4 and p.vector @@ asked.words
            limit $5)
        select id, chapter, start_at, end_at, body from found, asked
        order by ts_rank_cd(vector, asked.words, 32) desc, start_at limit $6
        """;

    public async Task<IReadOnlyList<NumberedPassage>> FindAsync(Scene scene, CancellationToken cancel)
    {
        if (scene.Document is not { } document)
            return [];
        var horizon = scene.Chat.Horizon ?? int.MaxValue;
        IReadOnlyList<Excerpt>[] lists =
        [
            await ByWordsAsync(document.Id, document.SearchConfig, scene.Question, horizon, cancel),
            await ByPeopleAsync(document.Id, scene.Question, horizon, cancel),
            await BySayingsAsync(document.Id, scene.Character.Person, scene.Question, horizon, cancel),
        ];
        return
        [
            .. lists
                .SelectMany(list => list.Select((excerpt, rank) => (excerpt, Score: 1 / (Rrf + rank + 1))))
                .GroupBy(one => one.excerpt.Id)
                .OrderByDescending(group => group.Sum(one => one.Score))
                .ThenBy(group => group.Key)
                .Take(Most)
                .Select((group, i) => Number(group.First().excerpt, i + 1)),
        ];
    }

    /// <summary>The passage that a place is in.</summary>
    public async Task<Excerpt?> AroundAsync(Guid document, int place, CancellationToken cancel) =>
        (await database.ExcerptsAtAsync(document, [place], int.MaxValue, cancel)).SingleOrDefault();

    public static NumberedPassage Number(Excerpt excerpt, int n) =>
        new(n, excerpt.Id, excerpt.Chapter, excerpt.Start, excerpt.End, excerpt.Body);

    private async Task<IReadOnlyList<Excerpt>> ByWordsAsync(
        Guid document,
        string config,
        string question,
        int horizon,
        CancellationToken cancel
    )
    {
        await using var command = database.CreateCommand(ByWords);
        foreach (var value in (object[])[document, config, question, horizon, MostRanked, OfEach])
            command.Parameters.Add(new() { Value = value });
        return await command.ReadExcerptsAsync(cancel);
    }

    private async Task<IReadOnlyList<Excerpt>> ByPeopleAsync(
        Guid document,
        string question,
        int horizon,
        CancellationToken cancel
    )
    {
        var people = await db
            .People.AsNoTracking()
            .Where(p => p.DocumentId == document)
            .OrderBy(p => p.Number)
            .Select(p => new
            {
                p.Name,
                p.Aliases,
                p.Number,
            })
            .ToListAsync(cancel);
        var named = people
            .Where(person =>
                person.Aliases.Prepend(person.Name).Any(name => LoreKeys.Contains(question, name, caseSensitive: true))
            )
            .Select(person => person.Number)
            .Take(4)
            .ToList();
        if (named.Count == 0)
            return [];
        var places = await db
            .People.AsNoTracking()
            .Where(p => p.DocumentId == document && named.Contains(p.Number))
            .Select(p => p.MentionStarts)
            .ToListAsync(cancel);
        var excerpts = await database.ExcerptsAtAsync(
            document,
            [.. places.SelectMany(one => Excerpts.Spread(one, MostPlaces))],
            horizon,
            cancel
        );
        var ranked = WordMatch.Rank(question, excerpts, excerpt => excerpt.Body);
        return [.. ranked.Take(OfEach).Select(one => one.Item)];
    }

    private async Task<IReadOnlyList<Excerpt>> BySayingsAsync(
        Guid document,
        int? person,
        string question,
        int horizon,
        CancellationToken cancel
    )
    {
        var sayings = await db
            .Quotations.AsNoTracking()
            .Where(q => q.DocumentId == document && q.Speaker == person && q.Chapter <= horizon && q.Tier != "guess")
            .OrderBy(q => q.StartAt)
            .Take(MostRanked)
            .Select(q => new { q.StartAt, q.Body })
            .ToListAsync(cancel);
        var best = WordMatch
            .Rank(question, sayings, saying => saying.Body)
            .Take(OfEach)
            .Select(one => one.Item.StartAt)
            .ToList();
        var excerpts = await database.ExcerptsAtAsync(document, [.. best], horizon, cancel);
        return [.. excerpts.OrderBy(excerpt => best.FindIndex(place => place >= excerpt.Start && place < excerpt.End))];
    }
}
