using System.Text.Json;
using System.Text.Json.Serialization;
using Atelier.Platform.Database;
using Atelier.Videos.Storyboards;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Npgsql;

namespace Atelier.Videos;

internal sealed class VideosDb(DbContextOptions<VideosDb> options) : DbContext(options)
{
    /// <summary>How orders and storyboards are stored.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public DbSet<Video> Videos => Set<Video>();
    public DbSet<VideoFile> Files => Set<VideoFile>();
    public DbSet<VideoSegment> Segments => Set<VideoSegment>();

    /// <summary>A context inside somebody's transaction. Saving writes; committing stays with whoever began it.</summary>
    public static async Task<VideosDb> JoinAsync(NpgsqlTransaction transaction, CancellationToken cancel)
    {
        var db = new VideosDb(new DbContextOptionsBuilder<VideosDb>().UseNpgsql(transaction.Connection!).Options);
        await db.Database.UseTransactionAsync(transaction, cancel);
        return db;
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.HasDefaultSchema("videos");
        model.Entity<Video>(video =>
        {
            video.ToTable("video").HasKey(v => v.Id);
            video.Property(v => v.Id).ValueGeneratedNever();
            video.Property(v => v.Order).HasColumnType("jsonb").HasConversion(As<VideoOrder>());
            video.Property(v => v.Storyboard).HasColumnType("jsonb").HasConversion(As<Storyboard?>());
            video.Property(v => v.Notes).HasColumnType("jsonb").HasConversion(As<IReadOnlyList<string>>());
            video.HasQueryFilter(v => v.DeletedAt == null);
            // Nothing is begun for, or changed about, a film that was deleted since it was read.
            video.Property(v => v.DeletedAt).IsConcurrencyToken();
        });
        model.Entity<VideoFile>(file => file.ToTable("file").HasKey(f => new { f.VideoId, f.Format }));
        model.Entity<VideoSegment>(segment => segment.ToTable("segment").HasKey(s => new { s.VideoId, s.Hash }));
        model.UseSnakeCaseColumns();
    }

    private static ValueConverter<T, string> As<T>() =>
        new(value => JsonSerializer.Serialize(value, Json), text => JsonSerializer.Deserialize<T>(text, Json)!);
}
