using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using static Atelier.Campaigns.NamedValues;

namespace Atelier.Campaigns.Blogs;

/// <summary>Whether readers may comment, as far as the page tells.</summary>
public enum PostOpenness
{
    Unknown,
    Open,
    OpenLogin,
    Moderated,
    Closed,
    None,
}

/// <summary>A post of a blog: known from its feed at first, read later. All of its text is a stranger's.</summary>
internal sealed class Post
{
    private Post() { }

    public Guid Id { get; private set; }
    public Guid BlogId { get; private set; }
    public Guid OwnerId { get; private set; }
    public string Url { get; private set; } = "";
    public string? Title { get; private set; }
    public string? Author { get; private set; }
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>When it was last seen to be as it is stored here.</summary>
    public DateTimeOffset? FetchedAt { get; private set; }
    public int? FetchStatus { get; private set; }
    public long? FetchId { get; private set; }

    /// <summary>False where robots.txt or the page itself forbids its use.</summary>
    public bool RobotsAllowed { get; private set; } = true;
    public string? RobotsNote { get; private set; }
    public string? Language { get; private set; }

    /// <summary>Paragraphs with an empty line between; null until it is read.</summary>
    public string? Text { get; private set; }
    public int Words { get; private set; }
    public string[] Keyphrases { get; private set; } = [];
    public PostOpenness Openness { get; private set; }
    public string? OpennessEvidence { get; private set; }
    public string? CommentSystem { get; private set; }
    public int? CommentCount { get; private set; }

    /// <summary>Text that readers do not see: kept apart, for reviewers.</summary>
    public string[] Hidden { get; private set; } = [];

    /// <summary>Pages of other sites that its text links to.</summary>
    public string[] Links { get; private set; } = [];
    public long SimHash { get; private set; }

    /// <summary>Of the page as it came.</summary>
    public string? Sha256 { get; private set; }
    public bool TermsFlag { get; private set; }
    public string? TermsEvidence { get; private set; }

    /// <summary>An earlier post of the same person's with nearly this text.</summary>
    public Guid? DuplicateOf { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }

    public static Post Announce(Blog blog, string url, PostNews news, DateTimeOffset now) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            BlogId = blog.Id,
            OwnerId = blog.OwnerId,
            Url = url,
            Title = news.Title,
            Author = news.Author,
            PublishedAt = news.Published,
            CommentCount = news.Comments,
            CreatedAt = now,
        };

    public void Hear(PostNews news) =>
        (Title, Author, PublishedAt, CommentCount) = (
            news.Title ?? Title,
            news.Author ?? Author,
            news.Published ?? PublishedAt,
            news.Comments ?? CommentCount
        );

    public void Keep(PostReading reading, int? status, long fetch, DateTimeOffset now)
    {
        Hear(reading.News);
        (FetchedAt, FetchStatus, FetchId, Sha256) = (now, status, fetch, reading.Sha256);
        (RobotsAllowed, RobotsNote) = (reading.RobotsNote is null, reading.RobotsNote);
        (Language, Text, Words, Keyphrases) = (reading.Language, reading.Text, reading.Words, reading.Keyphrases);
        (Openness, OpennessEvidence, CommentSystem) = (reading.Openness, reading.OpennessEvidence, reading.System);
        (Hidden, Links, SimHash, DuplicateOf) = (reading.Hidden, reading.Links, reading.SimHash, reading.DuplicateOf);
        (TermsFlag, TermsEvidence) = (reading.TermsEvidence is not null, reading.TermsEvidence);
    }

    /// <summary>It is as it was.</summary>
    public void SeenUnchanged(int? status, long fetch, DateTimeOffset now) =>
        (FetchedAt, FetchStatus, FetchId) = (now, status, fetch);

    /// <summary>It could not be had; what is stored of it stays, but is not fresh any more.</summary>
    public void Miss(int? status, long fetch) => (FetchStatus, FetchId) = (status, fetch);

    /// <summary>It must not be used, so nothing of it is kept.</summary>
    public void Forbid(string note, long fetch)
    {
        (RobotsAllowed, RobotsNote, FetchId, FetchStatus) = (false, note, fetch, null);
        (Text, Words, Keyphrases, Hidden, Sha256) = (null, 0, [], [], null);
    }
}

/// <summary>What a feed or a page says of a post.</summary>
internal sealed record PostNews(string? Title, string? Author, DateTimeOffset? Published, int? Comments);

/// <summary>What was read of a post's page.</summary>
/// <param name="RobotsNote">Why it must not be used; null when it may.</param>
internal sealed record PostReading(
    PostNews News,
    string Sha256,
    string? RobotsNote,
    string? Language,
    string? Text,
    int Words,
    string[] Keyphrases,
    PostOpenness Openness,
    string? OpennessEvidence,
    string? System,
    string[] Hidden,
    string[] Links,
    long SimHash,
    string? TermsEvidence,
    Guid? DuplicateOf
);

internal sealed class PostConfiguration : IEntityTypeConfiguration<Post>
{
    public void Configure(EntityTypeBuilder<Post> builder)
    {
        builder.ToTable("posts").HasKey(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Openness).HasConversion(Named<PostOpenness>());
    }
}
