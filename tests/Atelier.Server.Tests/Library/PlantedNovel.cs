using System.Text;
using Atelier.Support;

namespace Atelier.Library;

/// <summary>A paragraph of the planted novel.</summary>
/// <param name="Speaker">The number of whoever says the quotation in it.</param>
internal sealed record Planted(int Chapter, string Text, int? Speaker = null);

/// <summary>A small novel that was analysed without a mistake: what characters and talks are made from in tests.</summary>
/// <param name="Text">Places are code points of it.</param>
public sealed record PlantedNovel(Guid Id, string Text)
{
    public const int Marta = 0;
    public const int Anton = 1;

    private static readonly string[] People = ["Marta Keller", "Anton"];

    private static readonly Planted[] Paragraphs =
    [
        new(
            1,
            "Marta Keller was a tall woman with grey eyes and a quiet voice. 🦊 Marta lived in Dunmore with her brother."
        ),
        new(1, "“I have kept this lighthouse for twenty years,” said Marta, “and the lamp never went out.”", Marta),
        new(1, "Anton was the young doctor, a cheerful and honest man, and always a little afraid of the sea."),
        new(1, "“The storm will come from the west tonight,” said Anton.", Anton),
        new(1, "Anton walked to Dunmore with her. Nobody in Dunmore had seen such a sky."),
        new(2, "Marta had a stubborn temper, and she was proud of it."),
        new(2, "“My brother taught me to bake bread before he sailed,” Marta said.", Marta),
        new(2, "“Bread is better than courage,” said Anton.", Anton),
        new(2, "They came from Dunmore to the harbour, and Marta was silent."),
        new(3, "“Bartholomew was never my brother; he was the smuggler,” said Marta.", Marta),
        new(3, "Marta was the heir of the smuggler, as Anton had always feared."),
    ];

    /// <summary>Plants it among somebody's documents, as its job would have.</summary>
    public static async Task<PlantedNovel> PlantAsync(StudioFactory studio, Person person, string title = "The Lamp")
    {
        var text = string.Join("\n\n", Paragraphs.Select(paragraph => paragraph.Text));
        var id = Guid.CreateVersion7(studio.Clock.GetUtcNow());
        var now = studio.Clock.GetUtcNow();
        await RunAsync(
            studio,
            """
            insert into library.documents (id, owner_id, title, author, file_name, format, sha256, length, language, search_config,
                text_length, words, read_at, analyzed_at, created_at, updated_at)
            values ($1, $2, $3, 'A. Writer', 'lamp.txt', 'txt', $4, 1, 'en', 'library.english', $5, 100, $6, $6, $6, $6)
            """,
            id,
            person.Id,
            title,
            $"{id:n}{id:n}",
            Points(text),
            now
        );
        var (at, quotation) = (0, 0);
        var mentions = People.Select(_ => new List<int>()).ToArray();
        foreach (var (chapter, paragraph, speaker) in Paragraphs)
        {
            await RunAsync(
                studio,
                """
                insert into library.passages (document_id, chapter, start_at, end_at, body, vector)
                values ($1, $2, $3, $4, $5, to_tsvector('library.english', $5))
                """,
                id,
                chapter,
                at,
                at + Points(paragraph),
                paragraph
            );
            foreach (var (number, name) in People.Index())
                if (paragraph.IndexOf(name.Split(' ')[0], StringComparison.Ordinal) is >= 0 and var place)
                    mentions[number].Add(at + Points(paragraph[..place]));
            if (speaker is { } said)
            {
                var (start, end) = (
                    paragraph.IndexOf('“', StringComparison.Ordinal),
                    paragraph.IndexOf('”', StringComparison.Ordinal) + 1
                );
                await RunAsync(
                    studio,
                    """
                    insert into library.quotations (document_id, number, chapter, start_at, end_at, body, speaker, addressees, kind,
                        tier, confidence, rule)
                    values ($1, $2, $3, $4, $5, $6, $7, '{}', 'explicit', 'sure', 0.97, 'planted')
                    """,
                    id,
                    quotation++,
                    chapter,
                    at + Points(paragraph[..start]),
                    at + Points(paragraph[..end]),
                    paragraph[start..end],
                    said
                );
            }
            at += Points(paragraph) + 2;
        }
        foreach (var (number, name) in People.Index())
            await RunAsync(
                studio,
                """
                insert into library.people (document_id, number, name, aliases, names, gender, mentions, by_chapter, mention_starts,
                    mention_ends)
                values ($1, $2, $3, $4, $3, $5, $6, '{}', $7, $7)
                """,
                id,
                number,
                name,
                (string[])[name, name.Split(' ')[0]],
                number == Marta ? "female" : "male",
                mentions[number].Count,
                mentions[number].ToArray()
            );
        await RunAsync(
            studio,
            """
            insert into library.relations (document_id, a, b, kind, weight, passage_starts, passage_ends)
            values ($1, 0, 1, 'talksTo', 4, '{0}', '{10}')
            """,
            id
        );
        return new(id, text);
    }

    /// <summary>The words between two places.</summary>
    public string At(int start, int end)
    {
        var (runes, words) = (Text.EnumerateRunes().ToArray(), new StringBuilder());
        foreach (var rune in runes[start..end])
            words.Append(rune);
        return words.ToString();
    }

    private static int Points(string text) => text.EnumerateRunes().Count();

    private static async Task RunAsync(StudioFactory studio, string sql, params object[] values)
    {
        await using var command = studio.Database.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
