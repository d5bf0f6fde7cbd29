namespace Atelier.Books;

/// <summary>
/// A picture book from brief to print. Its state is not stored: it follows from its job and from <see cref="MadeAt"/>
/// (docs/states/book.md).
/// </summary>
internal sealed class Book
{
    public static readonly TimeSpan UndoFor = TimeSpan.FromHours(1);

    private Book() { }

    public Guid Id { get; private set; }
    public Guid OwnerId { get; private set; }
    public Guid? ProjectId { get; private set; }
    public string Title { get; private set; } = "";
    public BookBrief Brief { get; private set; } = null!;
    public long Seed { get; private set; }

    /// <summary>The latest job that made or makes this book.</summary>
    public Guid? JobId { get; private set; }

    /// <summary>What the author should know: a noun without a drawing, a model that failed.</summary>
    public IReadOnlyList<string> Notes { get; private set; } = [];

    /// <summary>Counts what was made: 0 before the first time, one more with each change.</summary>
    public int Version { get; private set; }

    /// <summary>Printed pages that stay as they are when the book is generated again.</summary>
    public int[] LockedPages { get; private set; } = [];

    public DateTimeOffset? MadeAt { get; private set; }

    /// <summary>Hidden from then on, and gone for good after <see cref="UndoFor"/>.</summary>
    public DateTimeOffset? DeletedAt { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset UpdatedAt { get; private set; }

    public static Book Order(Guid ownerId, Guid? projectId, BookBrief brief, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now);
        return new Book
        {
            Id = id,
            OwnerId = ownerId,
            ProjectId = projectId,
            Title = TitleOf(brief),
            Brief = brief,
            Seed = brief.Seed ?? SeedOf(id),
            CreatedAt = now,
            UpdatedAt = now,
        };
    }

    public void Revise(BookBrief brief, Guid? projectId, DateTimeOffset now)
    {
        if (brief.Seed is { } seed)
            Seed = seed;
        (Title, Brief, ProjectId, UpdatedAt) = (TitleOf(brief), brief, projectId, now);
    }

    public void StartMaking(Guid jobId, DateTimeOffset now) => (JobId, UpdatedAt) = (jobId, now);

    public void FinishMaking(string title, IReadOnlyList<string> notes, DateTimeOffset now) =>
        (Title, Notes, MadeAt, UpdatedAt, Version) = (title, notes, now, now, Version + 1);

    public bool IsLocked(int page) => LockedPages.Contains(page);

    public void Lock(int page) => LockedPages = [.. LockedPages.Append(page).Distinct().Order()];

    public void Unlock(int page) => LockedPages = [.. LockedPages.Where(locked => locked != page)];

    public void Delete(DateTimeOffset now) => DeletedAt = now;

    public void Restore() => DeletedAt = null;

    /// <summary>Until the story has a title of its own, the prompt's first words stand in.</summary>
    private static string TitleOf(BookBrief brief)
    {
        if (!string.IsNullOrWhiteSpace(brief.Title))
            return brief.Title.Trim();
        var prompt = brief.Prompt.Trim();
        return prompt.Length <= 80 ? prompt : string.Concat(prompt.AsSpan(0, 79), "…");
    }

    private static long SeedOf(Guid id) => BitConverter.ToInt64(id.ToByteArray(), 8) & 0x1FFFFFFFFFFFFF; // 53 bits
}

/// <summary>A page of a finished book; <see cref="Readability"/> is null where it carries no story.</summary>
internal sealed record BookPage(
    Guid BookId,
    int Number,
    string Kind,
    string Text,
    string AltText,
    string SvgSha256,
    string PngSha256,
    System.Text.Json.JsonDocument? Readability
);

internal sealed record BookFile(Guid BookId, string Format, string Sha256, long Length, string MediaType);
