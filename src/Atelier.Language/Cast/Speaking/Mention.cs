namespace Atelier.Language.Cast.Speaking;

internal enum MentionKind : byte
{
    Name,
    Noun,
    Pronoun,

    /// <summary>"I", outside quotations.</summary>
    I,

    /// <summary>"they", "the men".</summary>
    Several,
}

/// <summary>A place in a block where somebody is meant.</summary>
/// <param name="First">The first token, title and article included.</param>
/// <param name="Figure">Who, where the words alone tell; else -1.</param>
/// <param name="Noun">The word number of the noun, 0 for names and pronouns.</param>
/// <param name="Owner">The word number of "my", "his", "her" before the noun, else 0.</param>
internal readonly record struct Mention(
    int First,
    int Last,
    MentionKind Kind,
    int Figure,
    Gender Gender,
    int Noun,
    int Owner,
    bool IsSubject,
    bool IsQuoted,
    bool IsCalled
);
