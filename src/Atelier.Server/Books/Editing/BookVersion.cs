namespace Atelier.Books.Editing;

/// <summary>Why there is a version.</summary>
public enum VersionCause
{
    Made,
    Edited,
    NewPicture,
    NewWords,
    Restored,
}

/// <summary>What a version came from.</summary>
/// <param name="Page">The printed page that was changed, when it was one.</param>
/// <param name="Restored">The version it is a copy of, when it is one.</param>
internal sealed record VersionNote(VersionCause Cause, int? Page = null, int? Restored = null);

/// <summary>The book as it was once made; rows are never changed.</summary>
/// <param name="Words">What the changed page says in it.</param>
/// <param name="Pictures">The story pictures in the asset store, so that they stay there.</param>
internal sealed record BookVersion(
    Guid BookId,
    int Number,
    VersionCause Cause,
    int? Page,
    int? Restored,
    string Title,
    string? Words,
    BookSource Source,
    string[] Pictures,
    DateTimeOffset CreatedAt
)
{
    /// <summary>Older ones are forgotten.</summary>
    public const int Kept = 30;

    public static BookVersion Of(BookSource source, VersionNote note, int number, DateTimeOffset now) =>
        new(
            source.Order.Id,
            number,
            note.Cause,
            note.Page,
            note.Restored,
            source.Manuscript.Title,
            note.Page is { } page && source.StoryPageOf(page) is { } story
                ? source.Manuscript.Pages[story - 1].Text
                : null,
            source,
            [.. source.Pictures.Select(picture => picture.SvgSha256).Distinct(StringComparer.Ordinal)],
            now
        );
}
