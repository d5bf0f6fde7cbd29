using System.Text.Encodings.Web;
using System.Text.Json;
using Atelier.Library.Analysing;
using Atelier.Platform.Http;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Library.Exporting;

/// <summary>The analysis with all that was found, in the shapes of the API.</summary>
internal static class JsonExport
{
    private static readonly JsonSerializerOptions Json = Readable();

    public static async Task WriteAsync(ExportSource source, LibraryDb db, Stream target, CancellationToken cancel)
    {
        var id = source.Document.Id;
        var people = await db
            .People.AsNoTracking()
            .Where(p => p.DocumentId == id)
            .OrderBy(p => p.Number)
            .ToListAsync(cancel);
        var quotations = await db
            .Quotations.AsNoTracking()
            .Where(q => q.DocumentId == id)
            .OrderBy(q => q.Number)
            .ToListAsync(cancel);
        var relations = await db
            .Relations.AsNoTracking()
            .Where(r => r.DocumentId == id)
            .OrderByDescending(r => r.Weight)
            .ThenBy(r => r.A)
            .ThenBy(r => r.B)
            .ToListAsync(cancel);
        var said = quotations.Where(q => q.Speaker is not null).CountBy(q => q.Speaker!.Value).ToDictionary();
        await JsonSerializer.SerializeAsync(
            target,
            new
            {
                source.Document.Title,
                source.Document.Author,
                source.Document.Sha256,
                source.Document.TextLength,
                Unit = "code points",
                Analysis = await GetAnalysis.ReadAsync(id, db, cancel),
                source.Contents.Chapters,
                People = people.Select(p => new
                {
                    Person = p.ToView(said.GetValueOrDefault(p.Number)),
                    Places = CastViews.Places(p.MentionStarts, p.MentionEnds),
                }),
                Quotations = quotations.Select(q => q.ToView()),
                Relations = relations.Select(r => r.ToView()),
            },
            Json,
            cancel
        );
    }

    private static JsonSerializerOptions Readable()
    {
        var json = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            WriteIndented = true,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        JsonRules.Apply(json);
        return json;
    }
}
