using System.Text.Json;
using Atelier.Books.Editing;
using Atelier.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Npgsql;

namespace Atelier.Books;

internal sealed class BooksDb(DbContextOptions<BooksDb> options) : DbContext(options)
{
    public DbSet<Book> Books => Set<Book>();
    public DbSet<BookPage> Pages => Set<BookPage>();
    public DbSet<BookFile> Files => Set<BookFile>();
    public DbSet<BookVersion> Versions => Set<BookVersion>();

    /// <summary>A context inside somebody's transaction. Saving writes; committing stays with whoever began it.</summary>
    public static async Task<BooksDb> JoinAsync(NpgsqlTransaction transaction, CancellationToken cancel)
    {
        var db = new BooksDb(new DbContextOptionsBuilder<BooksDb>().UseNpgsql(transaction.Connection!).Options);
        await db.Database.UseTransactionAsync(transaction, cancel);
        return db;
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.HasDefaultSchema("books");
        model.Entity<Book>(book =>
        {
            book.ToTable("book").HasKey(b => b.Id);
            book.Property(b => b.Id).ValueGeneratedNever();
            book.Property(b => b.Brief).HasColumnType("jsonb").HasConversion(Json<BookBrief>());
            book.Property(b => b.Notes).HasColumnType("jsonb").HasConversion(Json<IReadOnlyList<string>>());
            book.HasQueryFilter(b => b.DeletedAt == null);
            // Nothing is begun for, or changed about, a book that was deleted since it was read.
            book.Property(b => b.DeletedAt).IsConcurrencyToken();
        });
        model.Entity<BookPage>(page =>
        {
            page.ToTable("page").HasKey(p => new { p.BookId, p.Number });
            page.Property(p => p.Readability).HasColumnType("jsonb");
        });
        model.Entity<BookFile>(file =>
        {
            file.ToTable("file").HasKey(f => new { f.BookId, f.Format });
        });
        model.Entity<BookVersion>(version =>
        {
            version.ToTable("version").HasKey(v => new { v.BookId, v.Number });
            version.Property(v => v.Cause).HasConversion<string>();
            version.Property(v => v.Source).HasColumnType("jsonb").HasConversion(Json<BookSource>(BookSource.Json));
        });
        model.UseSnakeCaseColumns();
    }

    private static ValueConverter<T, string> Json<T>(JsonSerializerOptions? options = null) =>
        new(
            value => JsonSerializer.Serialize(value, options ?? JsonSerializerOptions.Web),
            text => JsonSerializer.Deserialize<T>(text, options ?? JsonSerializerOptions.Web)!
        );
}
