using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Atelier.Books;

internal sealed class BooksDb(DbContextOptions<BooksDb> options) : DbContext(options)
{
    public DbSet<Book> Books => Set<Book>();
    public DbSet<BookPage> Pages => Set<BookPage>();
    public DbSet<BookFile> Files => Set<BookFile>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.HasDefaultSchema("books");
        model.Entity<Book>(book =>
        {
            book.ToTable("book").HasKey(b => b.Id);
            book.Property(b => b.Id).HasColumnName("id").ValueGeneratedNever();
            book.Property(b => b.OwnerId).HasColumnName("owner_id");
            book.Property(b => b.ProjectId).HasColumnName("project_id");
            book.Property(b => b.Title).HasColumnName("title");
            book.Property(b => b.Brief).HasColumnName("brief").HasColumnType("jsonb").HasConversion(Json<BookBrief>());
            book.Property(b => b.Seed).HasColumnName("seed");
            book.Property(b => b.JobId).HasColumnName("job_id");
            book.Property(b => b.Notes)
                .HasColumnName("notes")
                .HasColumnType("jsonb")
                .HasConversion(Json<IReadOnlyList<string>>());
            book.Property(b => b.MadeAt).HasColumnName("made_at");
            book.Property(b => b.CreatedAt).HasColumnName("created_at");
            book.Property(b => b.UpdatedAt).HasColumnName("updated_at");
        });
        model.Entity<BookPage>(page =>
        {
            page.ToTable("page").HasKey(p => new { p.BookId, p.Number });
            page.Property(p => p.BookId).HasColumnName("book_id");
            page.Property(p => p.Number).HasColumnName("number");
            page.Property(p => p.Kind).HasColumnName("kind");
            page.Property(p => p.Text).HasColumnName("text");
            page.Property(p => p.AltText).HasColumnName("alt_text");
            page.Property(p => p.SvgSha256).HasColumnName("svg_sha256");
            page.Property(p => p.PngSha256).HasColumnName("png_sha256");
            page.Property(p => p.Readability).HasColumnName("readability").HasColumnType("jsonb");
        });
        model.Entity<BookFile>(file =>
        {
            file.ToTable("file").HasKey(f => new { f.BookId, f.Format });
            file.Property(f => f.BookId).HasColumnName("book_id");
            file.Property(f => f.Format).HasColumnName("format");
            file.Property(f => f.Sha256).HasColumnName("sha256");
            file.Property(f => f.Length).HasColumnName("length");
            file.Property(f => f.MediaType).HasColumnName("media_type");
        });
    }

    private static ValueConverter<T, string> Json<T>() =>
        new(
            value => JsonSerializer.Serialize(value, JsonSerializerOptions.Web),
            text => JsonSerializer.Deserialize<T>(text, JsonSerializerOptions.Web)!
        );
}
