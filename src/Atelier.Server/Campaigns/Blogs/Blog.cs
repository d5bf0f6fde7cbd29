using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using static Atelier.Campaigns.NamedValues;

namespace Atelier.Campaigns.Blogs;

public enum BlogState
{
    /// <summary>Known by its address; nothing of it is read yet.</summary>
    Found,
    Ready,

    /// <summary>It cannot or must not be read; the note says why.</summary>
    Refused,
    Gone,
}

public enum FoundBy
{
    Seed,
    Link,
    Opml,
    Keyword,
}

/// <summary>A blog that one person's crew found, and what is known of it.</summary>
internal sealed class Blog
{
    public const int LongestText = 300;

    private Blog() { }

    public Guid Id { get; private set; }
    public Guid OwnerId { get; private set; }

    /// <summary>Of its home, canonical.</summary>
    public string Address { get; private set; } = "";
    public string Host { get; private set; } = "";
    public string? Title { get; private set; }
    public string? Description { get; private set; }

    /// <summary>ISO 639-1; null where nothing tells.</summary>
    public string? Language { get; private set; }
    public string? FeedAddress { get; private set; }
    public string? FeedKind { get; private set; }
    public FoundBy FoundBy { get; private set; }

    /// <summary>The address that named it.</summary>
    public string? FoundFrom { get; private set; }
    public BlogState State { get; private set; }
    public string? Note { get; private set; }

    /// <summary>Of most of its posts.</summary>
    public PostOpenness Openness { get; private set; }

    /// <summary>It says that machines or marketers are not welcome.</summary>
    public bool TermsFlag { get; private set; }
    public string? TermsEvidence { get; private set; }
    public BlogAnalysis? Analysis { get; private set; }
    public DateTimeOffset? LastPostAt { get; private set; }

    /// <summary>The latest job that reads it.</summary>
    public Guid? JobId { get; private set; }
    public DateTimeOffset? ReadAt { get; private set; }
    public DateTimeOffset? NextPollAt { get; private set; }

    /// <summary>Its owner asked for it to be read by itself, each time it is due.</summary>
    public bool Followed { get; private set; }

    /// <summary>What on its front page tells how to write to it; null where nothing does, or the page was not read.</summary>
    public string? Contact { get; private set; }
    public DateTimeOffset? HomeReadAt { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset UpdatedAt { get; private set; }

    public static Blog Find(Guid owner, string address, string host, FoundBy by, string? from, DateTimeOffset now) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            OwnerId = owner,
            Address = address,
            Host = host,
            FoundBy = by,
            FoundFrom = from,
            CreatedAt = now,
            UpdatedAt = now,
        };

    public void Describe(string? title, string? description, string? language, DateTimeOffset now) =>
        (Title, Description, Language, UpdatedAt) = (
            Short(title) ?? Title,
            Short(description) ?? Description,
            language ?? Language,
            now
        );

    public void Feed(string address, string kind, DateTimeOffset now) =>
        (FeedAddress, FeedKind, UpdatedAt) = (address, kind, now);

    /// <param name="contact">What its front page says.</param>
    public void Meet(string? contact, DateTimeOffset now) =>
        (Contact, HomeReadAt, UpdatedAt) = (Short(contact), now, now);

    public void Follow(bool followed, DateTimeOffset now) => (Followed, UpdatedAt) = (followed, now);

    public void Flag(string? evidence)
    {
        if (evidence is not null)
            (TermsFlag, TermsEvidence) = (true, Short(evidence));
    }

    public void Read(PostOpenness openness, DateTimeOffset? lastPost, TimeSpan nextPoll, DateTimeOffset now)
    {
        (State, Note, Openness, LastPostAt) = (BlogState.Ready, null, openness, lastPost ?? LastPostAt);
        (ReadAt, NextPollAt, UpdatedAt) = (now, now + nextPoll, now);
    }

    /// <summary>It could not be asked, and is asked later.</summary>
    public void Wait(TimeSpan nextPoll, DateTimeOffset now) => (NextPollAt, UpdatedAt) = (now + nextPoll, now);

    public void Open(PostOpenness openness, DateTimeOffset now) => (Openness, UpdatedAt) = (openness, now);

    public void Refuse(BlogState state, string note, DateTimeOffset now) =>
        (State, Note, UpdatedAt) = (state, Short(note), now);

    public void Judge(BlogAnalysis analysis, DateTimeOffset now) => (Analysis, UpdatedAt) = (analysis, now);

    public void StartReading(Guid job, DateTimeOffset now) => (JobId, UpdatedAt) = (job, now);

    private static string? Short(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : text.Length <= LongestText ? text
        : text[..LongestText];
}

internal sealed class BlogConfiguration : IEntityTypeConfiguration<Blog>
{
    public void Configure(EntityTypeBuilder<Blog> builder)
    {
        builder.ToTable("blogs").HasKey(b => b.Id);
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.Property(b => b.State).HasConversion(Named<BlogState>());
        builder.Property(b => b.FoundBy).HasConversion(Named<FoundBy>());
        builder.Property(b => b.Openness).HasConversion(Named<PostOpenness>());
        builder.Property(b => b.Analysis).HasColumnType("jsonb").HasConversion(Json<BlogAnalysis?>());
    }
}
