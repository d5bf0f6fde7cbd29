using System.Globalization;
using System.Text;
using Atelier.Library.Documents;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Library.Exporting;

/// <summary>One page that needs nothing else: the cast on top, and each quotation marked with its speaker.</summary>
internal static class HtmlExport
{
    private const string Style = """
        body{max-width:42em;margin:2em auto;padding:0 1em;font:1.05em/1.6 Georgia,serif;color:#222;background:#fff}
        q{quotes:none;border-bottom:2px solid #9bb}q.likely{border-bottom-style:dashed}q.guess,q.unknown{border-bottom-style:dotted;border-color:#bbb}
        p{white-space:pre-line}li small{color:#666}
        """;

    public static async Task WriteAsync(ExportSource source, LibraryDb db, Stream target, CancellationToken cancel)
    {
        var id = source.Document.Id;
        var people = await db
            .People.AsNoTracking()
            .Where(p => p.DocumentId == id)
            .OrderBy(p => p.Number)
            .ToListAsync(cancel);
        var names = people.ToDictionary(p => p.Number, p => p.Name);
        var quotations = await db
            .Quotations.AsNoTracking()
            .Where(q => q.DocumentId == id)
            .OrderBy(q => q.StartAt)
            .ToListAsync(cancel);
        await using var writer = new StreamWriter(target, new UTF8Encoding(false), -1, leaveOpen: true);
        var title = source.Document.Title.Escaped();
        await writer.WriteAsync(
            $"<!DOCTYPE html>\n<html lang=\"{source.Document.Language ?? "und"}\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"><title>{title}</title><style>{Style}</style></head><body>\n<h1>{title}</h1>\n"
        );
        if (people.Count > 0)
            await writer.WriteAsync(
                $"<details><summary>People</summary><ol>{string.Concat(people.Select(Listed))}</ol></details>\n"
            );
        var next = 0;
        foreach (var paragraph in source.Paragraphs())
        {
            cancel.ThrowIfCancellationRequested();
            if (paragraph.Begins?.Title is { } heading)
                await writer.WriteAsync($"<h2>{heading.Escaped()}</h2>\n");
            if (paragraph.IsHeading)
                continue;
            await writer.WriteAsync($"<p>{Marked(paragraph.Piece, quotations, names, ref next)}</p>\n");
        }
        await writer.WriteAsync("</body></html>\n");
    }

    private static string Listed(DocumentPerson person) =>
        $"<li>{person.Name.Escaped()} <small>{person.Mentions.ToString(CultureInfo.InvariantCulture)}</small></li>";

    private static string Marked(
        Reading.TextPiece piece,
        List<DocumentQuotation> quotations,
        Dictionary<int, string> names,
        ref int next
    )
    {
        while (next < quotations.Count && quotations[next].EndAt <= piece.Start)
            next++;
        var html = new StringBuilder();
        var at = piece.Start;
        for (var i = next; i < quotations.Count && quotations[i].StartAt < piece.End; i++)
        {
            var (start, end) = (Math.Max(quotations[i].StartAt, at), Math.Min(quotations[i].EndAt, piece.End));
            if (end <= start)
                continue;
            html.Append(Slice(piece, at, start).Escaped());
            var speaker = quotations[i].Speaker is { } number ? names.GetValueOrDefault(number) : null;
            html.Append(
                CultureInfo.InvariantCulture,
                $"<q class=\"{(speaker is null ? "unknown" : quotations[i].Tier)}\" title=\"{(speaker ?? "?").Escaped()}\">{Slice(piece, start, end).Escaped()}</q>"
            );
            at = end;
        }
        return html.Append(Slice(piece, at, piece.End).Escaped()).ToString();
    }

    /// <param name="from">Places in code points.</param>
    private static string Slice(Reading.TextPiece piece, int from, int to)
    {
        var (start, end) = (from - piece.Start, to - piece.Start);
        if (piece.Length == piece.Text.Length)
            return piece.Text[start..end];
        var places = new Atelier.Language.Manuscripts.CodePoints(piece.Text);
        return piece.Text[places.ToUtf16(start)..places.ToUtf16(end)];
    }
}
