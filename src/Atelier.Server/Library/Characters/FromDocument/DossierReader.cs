using Atelier.Library.Documents;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Atelier.Library.Characters.FromDocument;

/// <summary>Gathers a person's dossier from what the analysis of a document left.</summary>
internal sealed class DossierReader(LibraryDb db, NpgsqlDataSource database)
{
    private const int MostMentions = 600;
    private const int MentionsAround = 60;
    private const int MostSayings = 2_000;
    private const int MostAround = 12;

    /// <returns>Null when the document has no such person.</returns>
    public async Task<Dossier?> ReadAsync(Document document, int number, CancellationToken cancel)
    {
        var person = await db
            .People.AsNoTracking()
            .SingleOrDefaultAsync(p => p.DocumentId == document.Id && p.Number == number, cancel);
        if (person is null)
            return null;
        var sayings = await db
            .Quotations.AsNoTracking()
            .Where(q => q.DocumentId == document.Id && q.Speaker == number)
            .Where(q => q.Tier == "sure" || q.Tier == "likely")
            .OrderBy(q => q.StartAt)
            .Take(MostSayings)
            .ToListAsync(cancel);
        var around = await AroundAsync(document.Id, number, cancel);
        return new(
            document.Title,
            document.Author,
            person.Name,
            NamesOf(person),
            person.Gender,
            [.. sayings.Select(Said)],
            await database.ExcerptsAtAsync(
                document.Id,
                Excerpts.Spread(person.MentionStarts, MostMentions),
                int.MaxValue,
                cancel
            ),
            await database.ExcerptsAtAsync(
                document.Id,
                [.. around.SelectMany(one => one.Places)],
                int.MaxValue,
                cancel
            ),
            [.. around.Select(one => one.Who)]
        );
    }

    internal static Saying Said(DocumentQuotation quotation) =>
        new(quotation.Body, quotation.StartAt, quotation.EndAt, quotation.Chapter, quotation.Tier == "sure");

    private async Task<IReadOnlyList<(Acquaintance Who, int[] Places)>> AroundAsync(
        Guid document,
        int number,
        CancellationToken cancel
    )
    {
        var relations = await db
            .Relations.AsNoTracking()
            .Where(r => r.DocumentId == document && (r.A == number || r.B == number))
            .Select(r => new { Other = r.A == number ? r.B : r.A, r.Weight })
            .ToListAsync(cancel);
        var weights = relations
            .GroupBy(relation => relation.Other)
            .Select(group => (Number: group.Key, Weight: group.Sum(relation => relation.Weight)))
            .OrderByDescending(one => one.Weight)
            .ThenBy(one => one.Number)
            .Take(MostAround)
            .ToDictionary(one => one.Number, one => one.Weight);
        var people = await db
            .People.AsNoTracking()
            .Where(p => p.DocumentId == document && weights.Keys.Contains(p.Number))
            .ToListAsync(cancel);
        return
        [
            .. people
                .OrderByDescending(p => weights[p.Number])
                .ThenBy(p => p.Number)
                .Select(p =>
                    (new Acquaintance(p.Number, p.Name, NamesOf(p)), Excerpts.Spread(p.MentionStarts, MentionsAround))
                ),
        ];
    }

    private static IReadOnlyList<string> NamesOf(DocumentPerson person) =>
        [.. person.Aliases.Prepend(person.Name).Distinct(StringComparer.Ordinal)];
}
