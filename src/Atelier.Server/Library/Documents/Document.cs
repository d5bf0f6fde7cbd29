using Atelier.Library.Extracting;

namespace Atelier.Library.Documents;

public enum DocumentFormat
{
    Txt,
    Md,
    Docx,
    Epub,
    Pdf,
}

/// <summary>Something about a document that its owner should know; programs read the code.</summary>
public sealed record Warning(string Code, string Message);

/// <summary>
/// A file that a person brought, and the text that was read from it. Its state is not stored: it follows from its job,
/// <see cref="ReadAt"/> and <see cref="AnalyzedAt"/> (docs/states/document.md).
/// </summary>
internal sealed class Document
{
    public const int LongestTitle = 200;

    private Document() { }

    public Guid Id { get; private set; }
    public Guid OwnerId { get; private set; }
    public Guid? ProjectId { get; private set; }
    public string Title { get; private set; } = "";
    public string? Author { get; private set; }
    public string FileName { get; private set; } = "";
    public DocumentFormat Format { get; private set; }

    /// <summary>Of the file as it was brought.</summary>
    public string Sha256 { get; private set; } = "";
    public long Length { get; private set; }

    /// <summary>What a file without markup was read as; null for other formats.</summary>
    public string? Encoding { get; private set; }

    /// <summary>What its owner said it is written in.</summary>
    public string? EncodingAsked { get; private set; }

    /// <summary>ISO 639-1; null where nothing tells.</summary>
    public string? Language { get; private set; }

    /// <summary>By whose rules PostgreSQL cuts its words: <c>library.english</c>.</summary>
    public string SearchConfig { get; private set; } = "library.simple";

    public string? TextSha256 { get; private set; }

    /// <summary>In code points.</summary>
    public int TextLength { get; private set; }
    public int Words { get; private set; }
    public int People { get; private set; }

    /// <summary>Pages of a PDF that hold a picture and next to no text.</summary>
    public int ScannedPages { get; private set; }
    public IReadOnlyList<Warning> Warnings { get; private set; } = [];

    /// <summary>The latest job that read or reads it.</summary>
    public Guid? JobId { get; private set; }
    public DateTimeOffset? ReadAt { get; private set; }
    public DateTimeOffset? AnalyzedAt { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset UpdatedAt { get; private set; }

    public static Document Bring(Guid owner, Guid? project, BroughtFile file, DateTimeOffset now) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            OwnerId = owner,
            ProjectId = project,
            Title = file.Title ?? TitleOf(file.Name),
            FileName = file.Name,
            Format = file.Format,
            Sha256 = file.Sha256,
            Length = file.Length,
            CreatedAt = now,
            UpdatedAt = now,
        };

    public void StartReading(Guid job, string? encoding, DateTimeOffset now) =>
        (JobId, EncodingAsked, UpdatedAt) = (job, encoding, now);

    public void Rename(string title, DateTimeOffset now) => (Title, UpdatedAt) = (title.Trim(), now);

    public void Move(Guid? project, DateTimeOffset now) => (ProjectId, UpdatedAt) = (project, now);

    /// <summary>Everything that was known of an earlier text is no longer so.</summary>
    public void Keep(ExtractedText text, DateTimeOffset now)
    {
        if (text.Title is { } title && Title == TitleOf(FileName))
            Title = title;
        Author = text.Author;
        Encoding = text.Encoding;
        Language = text.Language;
        SearchConfig = SearchConfigs.Of(text.Language);
        (TextSha256, TextLength, ScannedPages) = (text.Sha256, text.Length, text.ScannedPages);
        Warnings = text.Warnings;
        (ReadAt, AnalyzedAt, UpdatedAt, Words, People) = (now, null, now, 0, 0);
    }

    public void FinishAnalysis(int words, int people, DateTimeOffset now) =>
        (Words, People, AnalyzedAt, UpdatedAt) = (words, people, now, now);

    private static string TitleOf(string fileName)
    {
        var name = Path.GetFileNameWithoutExtension(fileName).Replace('_', ' ').Trim();
        return name.Length == 0 ? fileName
            : name.Length <= LongestTitle ? name
            : name[..LongestTitle];
    }
}

/// <summary>A file in the asset store that may become a document.</summary>
internal sealed record BroughtFile(string Name, string? Title, DocumentFormat Format, string Sha256, long Length);
