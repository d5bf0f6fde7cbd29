namespace Atelier.Library.Cards.Lore;

public enum LoreRole
{
    System,
    User,
    Assistant,
}

/// <summary>Where in a prompt lore goes.</summary>
internal enum LorePlace
{
    BeforeDescription,
    AfterDescription,
    Personality,
    Scenario,

    /// <summary>Among the messages, so many before the newest.</summary>
    Chat,

    /// <summary>In a text without messages, so many tokens before its end.</summary>
    Text,
}

internal sealed record LoreMessage(LoreRole Role, string Text);

/// <summary>What an activation looks at.</summary>
internal sealed record LoreScene
{
    /// <summary>Oldest first; empty when <see cref="Instruct"/> is the context.</summary>
    public IReadOnlyList<LoreMessage> Messages { get; init; } = [];

    /// <summary>The text to be continued, where there is no chat.</summary>
    public string? Instruct { get; init; }

    /// <summary>For books that do not say how many of the newest messages they look at.</summary>
    public int ScanDepth { get; init; } = 8;

    /// <summary>Tokens that all lore together may take; the book's own budget holds where it is smaller.</summary>
    public int TokenBudget { get; init; } = 2_000;

    /// <summary>0 for the first message, 1 for the first alternate greeting; null when the chat began otherwise.</summary>
    public int? Greeting { get; init; }

    /// <summary>The name of the picture that stands for the user.</summary>
    public string? UserIcon { get; init; }

    public bool ContextFull { get; init; }

    /// <summary>Entries that were active earlier in this chat, by <see cref="LoreEntry.Identity"/>.</summary>
    public IReadOnlySet<string> ActiveBefore { get; init; } = new HashSet<string>();

    public bool IsChat => Instruct is null;

    public int AssistantMessages => Messages.Count(message => message.Role is LoreRole.Assistant);
}

/// <summary>An entry that belongs into the prompt.</summary>
/// <param name="Depth">For <see cref="LorePlace.Chat"/>, messages after it; for <see cref="LorePlace.Text"/>, tokens.</param>
internal sealed record LoreHit(LoreEntry Entry, string Content, LorePlace Place, int Depth, LoreRole Role)
{
    public int Tokens => TokenCount.Of(Content);
}
