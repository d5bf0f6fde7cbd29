namespace Atelier.Books.Stories.Reading;

/// <summary>What kind of thing the hero is after; each is a door to one or two story shapes.</summary>
internal enum Aim
{
    None,
    Find,
    Reach,
    Lost,
    Fear,
    Mend,
    Befriend,
    Save,
    Wish,
    Make,
    Home,
    Mystery,
    Contest,
    Bedtime,
    Learn,
    Share,
    Puzzle,
}

/// <summary>What was understood of a prompt. Everything may be missing but the notes.</summary>
/// <param name="Thing">What it is about, without its article: "moon", "red hat".</param>
/// <param name="Skill">A verb phrase in its base form: "fly", "be a chef".</param>
internal sealed record PromptFacts
{
    public Aim Aim { get; init; }
    public string? HeroNoun { get; init; }
    public string? HeroName { get; init; }
    public string? HeroPronouns { get; init; }
    public string? FriendNoun { get; init; }
    public string? FriendName { get; init; }
    public IReadOnlyList<string> Traits { get; init; } = [];
    public string? Thing { get; init; }
    public string? Verb { get; init; }
    public string? Skill { get; init; }
    public string? Fear { get; init; }
    public string? Place { get; init; }
    public string? Obstacle { get; init; }
    public string? Theme { get; init; }

    /// <summary>A mystery as one sentence: "The lighthouse lamp went out every night."</summary>
    public string? Puzzle { get; init; }

    /// <summary>The aim in the author's own words, when the prompt states one.</summary>
    public Wish? Wish { get; init; }
    public IReadOnlyList<string> Notes { get; init; } = [];
}
