using Atelier.Videos.Scripts;
using Atelier.Videos.Storyboards;

namespace Atelier.Videos;

/// <summary>
/// A film from prompt to file. Its state is not stored: it follows from its job, its storyboard and
/// <see cref="MadeAt"/> (docs/states/video.md).
/// </summary>
internal sealed class Video
{
    public static readonly TimeSpan UndoFor = TimeSpan.FromHours(1);

    private Video() { }

    public Guid Id { get; private set; }
    public Guid OwnerId { get; private set; }
    public Guid? ProjectId { get; private set; }
    public string Title { get; private set; } = "";
    public VideoOrder Order { get; private set; } = null!;
    public long Seed { get; private set; }
    public Storyboard? Storyboard { get; private set; }

    /// <summary>Counts storyboards: 0 before the first, one more with each change.</summary>
    public int StoryboardVersion { get; private set; }

    /// <summary>The storyboard that the finished film shows; 0 before there is one.</summary>
    public int MadeVersion { get; private set; }

    /// <summary>The latest job that made or makes this film.</summary>
    public Guid? JobId { get; private set; }

    /// <summary>What its maker should know: a noun without a drawing, a sentence that did not fit.</summary>
    public IReadOnlyList<string> Notes { get; private set; } = [];

    /// <summary>Of the finished film.</summary>
    public double? Seconds { get; private set; }
    public DateTimeOffset? MadeAt { get; private set; }

    /// <summary>Hidden from then on, and gone for good after <see cref="UndoFor"/>.</summary>
    public DateTimeOffset? DeletedAt { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset UpdatedAt { get; private set; }

    public static Video Begin(Guid ownerId, Guid? projectId, VideoOrder order, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now);
        return new Video
        {
            Id = id,
            OwnerId = ownerId,
            ProjectId = projectId,
            Title = ScriptWriter.TitleOf(order.Prompt),
            Order = order,
            Seed = order.Seed ?? BitConverter.ToInt64(id.ToByteArray(), 8) & 0x1FFFFFFFFFFFFF, // 53 bits
            CreatedAt = now,
            UpdatedAt = now,
        };
    }

    public void StartMaking(Guid jobId, DateTimeOffset now) => (JobId, UpdatedAt) = (jobId, now);

    public void Draft(Storyboard board, IReadOnlyList<string> notes, DateTimeOffset now) =>
        (Storyboard, StoryboardVersion, Title, Notes, UpdatedAt) = (
            board,
            StoryboardVersion + 1,
            board.Title,
            notes,
            now
        );

    public void FinishMaking(int storyboardVersion, double seconds, IReadOnlyList<string> notes, DateTimeOffset now) =>
        (MadeVersion, Seconds, Notes, MadeAt, UpdatedAt) = (storyboardVersion, seconds, notes, now, now);

    public void Delete(DateTimeOffset now) => DeletedAt = now;

    public void Restore() => DeletedAt = null;
}

internal sealed record VideoFile(Guid VideoId, string Format, string Sha256, long Length, string MediaType);

/// <summary>A rendered run of frames, found again by what decides how it looks.</summary>
/// <param name="Picture">What it shows without captions; how it is found while the film is being made.</param>
internal sealed record VideoSegment(
    Guid VideoId,
    string Hash,
    string Sha256,
    int Frames,
    DateTimeOffset CreatedAt,
    string Picture
);
