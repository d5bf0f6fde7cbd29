using System.Text;
using Atelier.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Library.Exporting;

/// <summary>Quotations as a table, for spreadsheets: none of its cells is a formula.</summary>
internal static class QuotationsExport
{
    public static async Task WriteAsync(ExportSource source, LibraryDb db, Stream target, CancellationToken cancel)
    {
        var id = source.Document.Id;
        var names = await db
            .People.Where(p => p.DocumentId == id)
            .ToDictionaryAsync(p => p.Number, p => p.Name, cancel);
        await using var writer = new StreamWriter(target, new UTF8Encoding(true), -1, leaveOpen: true);
        await writer.WriteAsync(
            CsvText.Line(
                "number",
                "chapter",
                "start",
                "end",
                "speaker",
                "addressees",
                "kind",
                "tier",
                "confidence",
                "rule",
                "text"
            )
        );
        var quotations = db.Quotations.AsNoTracking().Where(q => q.DocumentId == id).OrderBy(q => q.Number);
        await foreach (var quotation in quotations.AsAsyncEnumerable().WithCancellation(cancel))
            await writer.WriteAsync(
                CsvText.Line(
                    quotation.Number,
                    quotation.Chapter,
                    quotation.StartAt,
                    quotation.EndAt,
                    quotation.Speaker is { } speaker ? names.GetValueOrDefault(speaker) : null,
                    string.Join("; ", quotation.Addressees.Select(number => names.GetValueOrDefault(number))),
                    quotation.Kind,
                    quotation.Tier,
                    quotation.Confidence,
                    quotation.Rule,
                    quotation.Body
                )
            );
    }
}
