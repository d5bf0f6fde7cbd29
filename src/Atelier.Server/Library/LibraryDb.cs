using Atelier.Library.Characters;
using Atelier.Library.Documents;
using Atelier.Library.Talk;
using Atelier.Library.Uploads;
using Atelier.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Atelier.Library;

internal sealed class LibraryDb(DbContextOptions<LibraryDb> options) : DbContext(options)
{
    public DbSet<Document> Documents => Set<Document>();
    public DbSet<DocumentContents> Contents => Set<DocumentContents>();
    public DbSet<DocumentPerson> People => Set<DocumentPerson>();
    public DbSet<DocumentQuotation> Quotations => Set<DocumentQuotation>();
    public DbSet<DocumentRelation> Relations => Set<DocumentRelation>();
    public DbSet<DocumentAnalysis> Analyses => Set<DocumentAnalysis>();
    public DbSet<Upload> Uploads => Set<Upload>();
    public DbSet<Character> Characters => Set<Character>();
    public DbSet<CharacterFile> CharacterFiles => Set<CharacterFile>();
    public DbSet<Chat> Chats => Set<Chat>();
    public DbSet<Message> Messages => Set<Message>();

    /// <summary>A context inside somebody's transaction. Saving writes; committing stays with whoever began it.</summary>
    public static async Task<LibraryDb> JoinAsync(NpgsqlTransaction transaction, CancellationToken cancel)
    {
        var db = new LibraryDb(new DbContextOptionsBuilder<LibraryDb>().UseNpgsql(transaction.Connection!).Options);
        await db.Database.UseTransactionAsync(transaction, cancel);
        return db;
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.HasDefaultSchema("library");
        model.DescribeDocuments();
        model.DescribeCharacters();
        model.DescribeTalk();
        model.UseSnakeCaseColumns();
    }
}
