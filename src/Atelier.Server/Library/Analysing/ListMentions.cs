using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Atelier.Library.Analysing;

/// <param name="Items">In the order of the text.</param>
public sealed record MentionsView(IReadOnlyList<MentionView> Items);

internal static class ListMentions
{
    private const int Most = 10_000;
    private const int Longest = 200_000;
    private const int Usual = 20_000;

    /// <summary>Who is named in a part of the text, and where; nobody before the document is analysed.</summary>
    public static async Task<Results<Ok<MentionsView>, ProblemHttpResult>> Get(
        Guid documentId,
        [Range(0, int.MaxValue), Description("The first code point; 0 when left out.")] int? from,
        [Range(0, int.MaxValue), Description("The first code point that is no longer wanted, at most 200,000 further.")]
            int? to,
        NpgsqlDataSource database,
        CancellationToken ct
    )
    {
        var begin = from ?? 0;
        var end = to ?? (long)begin + Usual;
        if (end < begin || end - begin > Longest)
            return Problem
                .Invalid("to", $"A part ends behind its beginning and has at most {Longest} code points.")
                .ToHttp();
        await using var command = database.CreateCommand(
            """
            select p.number, m.start_at, m.end_at
            from library.people p cross join lateral unnest(p.mention_starts, p.mention_ends) as m (start_at, end_at)
            where p.document_id = $1 and m.end_at > $2 and m.start_at < $3
            order by m.start_at, p.number limit $4
            """
        );
        command.Parameters.Add(new() { Value = documentId });
        command.Parameters.Add(new() { Value = begin });
        command.Parameters.Add(new() { Value = end });
        command.Parameters.Add(new() { Value = Most });
        var mentions = new List<MentionView>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
            mentions.Add(new(row.GetInt32(0), row.GetInt32(1), row.GetInt32(2)));
        return TypedResults.Ok(new MentionsView(mentions));
    }
}
