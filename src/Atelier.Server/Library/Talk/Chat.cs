using Atelier.Library.Cards;

namespace Atelier.Library.Talk;

/// <summary>A talk with a character: a tree of messages, and which way through it is shown (docs/states/chat.md).</summary>
internal sealed class Chat
{
    public const int LongestTitle = 200;

    private Chat() { }

    public Guid Id { get; private set; }
    public Guid OwnerId { get; private set; }
    public Guid CharacterId { get; private set; }
    public string Title { get; private set; } = "";

    /// <summary>What <c>{{user}}</c> stands for.</summary>
    public string UserName { get; private set; } = "";

    /// <summary>The last chapter the character knows of; null for the whole book.</summary>
    public int? Horizon { get; private set; }

    /// <summary>Which greeting it began with; null when with none.</summary>
    public int? Greeting { get; private set; }
    public long Seed { get; private set; }

    /// <summary>The first message of the way that is shown.</summary>
    public Guid? ActiveChild { get; private set; }

    /// <summary>Entries of the lorebook that were in a prompt before.</summary>
    public IReadOnlyList<string> LoreSeen { get; private set; } = [];
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset UpdatedAt { get; private set; }

    public static Chat Begin(
        Guid owner,
        Guid character,
        string title,
        string userName,
        int? horizon,
        DateTimeOffset now
    )
    {
        var id = Guid.CreateVersion7(now);
        return new()
        {
            Id = id,
            OwnerId = owner,
            CharacterId = character,
            Title = title,
            UserName = userName,
            Horizon = horizon,
            Seed = BitConverter.ToInt64(id.ToByteArray(), 8),
            CreatedAt = now,
            UpdatedAt = now,
        };
    }

    public void Greet(Message greeting, int number) => (ActiveChild, Greeting) = (greeting.Id, number);

    public void Change(string? title, string? userName, int? horizon, DateTimeOffset now)
    {
        (Title, UserName) = (title?.Trim() ?? Title, userName?.Trim() ?? UserName);
        Horizon = horizon is 0 ? null : horizon ?? Horizon;
        UpdatedAt = now;
    }

    public MacroScene Macros(CharacterCard card) => new(card.SpokenName, UserName, (ulong)Seed);
}
