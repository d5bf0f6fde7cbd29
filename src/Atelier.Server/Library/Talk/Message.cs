namespace Atelier.Library.Talk;

public enum MessageRole
{
    User,
    Assistant,
}

public enum MessageState
{
    /// <summary>A job adds to it.</summary>
    Writing,
    Done,

    /// <summary>Somebody stopped it; what was there stays.</summary>
    Stopped,
    Failed,
}

/// <summary>A passage of the document that an answer was given with, by the number it is cited by.</summary>
/// <param name="Start">In code points of the document's text, as <paramref name="End"/>.</param>
public sealed record NumberedPassage(int N, long PassageId, int Chapter, int Start, int End, string Text);

/// <summary>A place in an answer that points at a passage, as the studio checked it.</summary>
/// <param name="N">The number that was written.</param>
/// <param name="At">Where it stands in the answer, in code points.</param>
/// <param name="Start">The words that were quoted, or else the passage, in the document; null where there is no such passage.</param>
/// <param name="Verified">The passage exists and holds what is quoted, or at least words of what is claimed.</param>
public sealed record Citation(int N, int At, int? Start, int? End, bool Verified);

/// <summary>Something that was said. Rows are never changed but for an answer that grows, and the way that is shown.</summary>
internal sealed class Message
{
    public const int Longest = 32_000;

    private Message() { }

    public Guid Id { get; private set; }
    public Guid ChatId { get; private set; }

    /// <summary>What it answers; null for one that begins a chat.</summary>
    public Guid? ParentId { get; private set; }

    /// <summary>Which of its answers is shown.</summary>
    public Guid? ActiveChild { get; private set; }
    public MessageRole Role { get; private set; }
    public MessageState State { get; private set; }
    public string Content { get; private set; } = "";
    public IReadOnlyList<NumberedPassage> Passages { get; private set; } = [];
    public IReadOnlyList<Citation> Citations { get; private set; } = [];

    /// <summary>What its reader should know, such as that a model failed.</summary>
    public string? Note { get; private set; }

    /// <summary>Who wrote it: a model's name, or <c>quotations</c>; null for people.</summary>
    public string? Model { get; private set; }
    public string? ErrorCode { get; private set; }
    public Guid? JobId { get; private set; }

    /// <summary>The one run of its job that may add to it.</summary>
    public Guid? Writer { get; private set; }

    /// <summary>How many events its stream has so far.</summary>
    public int Events { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset? FinishedAt { get; private set; }

    public static Message Said(
        Guid chat,
        Guid? parent,
        MessageRole role,
        string content,
        DateTimeOffset now,
        Guid? id = null
    ) =>
        new()
        {
            Id = id ?? Guid.CreateVersion7(now),
            ChatId = chat,
            ParentId = parent,
            Role = role,
            State = MessageState.Done,
            Content = content,
            CreatedAt = now,
            FinishedAt = now,
        };

    public static Message Awaited(Guid chat, Guid? parent, DateTimeOffset now) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            ChatId = chat,
            ParentId = parent,
            Role = MessageRole.Assistant,
            State = MessageState.Writing,
            Events = 1, // it begins
            CreatedAt = now,
        };

    public void AnswerBy(Guid job) => JobId = job;
}
