using Npgsql;
using NpgsqlTypes;

namespace Atelier.Library.Documents;

/// <summary>A passage of a document's text.</summary>
/// <param name="Start">In code points of the document's text, as <paramref name="End"/>.</param>
internal sealed record Excerpt(long Id, int Chapter, int Start, int End, string Body);

internal static class Excerpts
{
    // The passage that a place is in is the last one that begins before it.
    private const string At = """
        select distinct p.id, p.chapter, p.start_at, p.end_at, p.body
        from unnest($2) as place
        cross join lateral (
            select * from library.passages
            where document_id = $1 and start_at <= place
            order by start_at desc limit 1) p
        where p.chapter <= $3
        order by p.start_at
        """;

    /// <param name="places">In code points of the document's text.</param>
    /// <param name="horizon">The last chapter that is looked at.</param>
    /// <returns>The passages that hold the places, each once, in the order of the text.</returns>
    public static async Task<IReadOnlyList<Excerpt>> ExcerptsAtAsync(
        this NpgsqlDataSource database,
        Guid document,
        int[] places,
        int horizon,
        CancellationToken cancel
    )
    {
        if (places.Length == 0)
            return [];
        await using var command = database.CreateCommand(At);
        command.Parameters.Add(new() { Value = document });
        command.Parameters.Add(new() { Value = places, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer });
        command.Parameters.Add(new() { Value = horizon });
        return await command.ReadExcerptsAsync(cancel);
    }

    /// <param name="command">Selects id, chapter, start, end and body.</param>
    public static async Task<IReadOnlyList<Excerpt>> ReadExcerptsAsync(
        this NpgsqlCommand command,
        CancellationToken cancel
    )
    {
        var excerpts = new List<Excerpt>();
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
            excerpts.Add(new(row.GetInt64(0), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3), row.GetString(4)));
        return excerpts;
    }

    /// <summary>Enough of the places, from the whole book.</summary>
    public static int[] Spread(int[] places, int most) =>
        places.Length <= most
            ? places
            : [.. Enumerable.Range(0, most).Select(i => places[(int)((long)i * places.Length / most)])];
}
