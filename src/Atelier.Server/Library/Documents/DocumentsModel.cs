using System.Text.Json;
using Atelier.Library.Uploads;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Atelier.Library.Documents;

internal static class DocumentsModel
{
    public static void DescribeDocuments(this ModelBuilder model)
    {
        model.Entity<Document>(document =>
        {
            document.ToTable("documents").HasKey(d => d.Id);
            document.Property(d => d.Id).ValueGeneratedNever();
            document.Property(d => d.Format).HasConversion(Named<DocumentFormat>());
            document.Property(d => d.Warnings).HasColumnType("jsonb").HasConversion(Json<IReadOnlyList<Warning>>());
        });
        model.Entity<DocumentContents>(contents =>
        {
            contents.ToTable("contents").HasKey(c => c.DocumentId);
            contents
                .Property(c => c.Chapters)
                .HasColumnType("jsonb")
                .HasConversion(Json<IReadOnlyList<DocumentChapter>>());
            contents.Property(c => c.Pages).HasColumnType("jsonb").HasConversion(Json<IReadOnlyList<PageAnchor>>());
        });
        model.Entity<DocumentPerson>(person => person.ToTable("people").HasKey(p => new { p.DocumentId, p.Number }));
        model.Entity<DocumentQuotation>(quotation =>
            quotation.ToTable("quotations").HasKey(q => new { q.DocumentId, q.Number })
        );
        model.Entity<DocumentRelation>(relation =>
            relation
                .ToTable("relations")
                .HasKey(r => new
                {
                    r.DocumentId,
                    r.A,
                    r.B,
                    r.Kind,
                })
        );
        model.Entity<DocumentAnalysis>(analysis =>
        {
            analysis.ToTable("analyses").HasKey(a => a.DocumentId);
            analysis.Property(a => a.Figures).HasColumnType("jsonb");
        });
        model.Entity<Upload>(upload =>
        {
            upload.ToTable("uploads").HasKey(u => u.Id);
            upload.Property(u => u.Id).ValueGeneratedNever();
        });
    }

    private static ValueConverter<T, string> Json<T>() =>
        new(
            value => JsonSerializer.Serialize(value, JsonSerializerOptions.Web),
            text => JsonSerializer.Deserialize<T>(text, JsonSerializerOptions.Web)!
        );

    private static ValueConverter<T, string> Named<T>()
        where T : struct, Enum =>
        new(value => value.ToString().ToLowerInvariant(), text => Enum.Parse<T>(text, ignoreCase: true));
}
