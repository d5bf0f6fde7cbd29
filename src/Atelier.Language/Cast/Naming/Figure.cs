using Atelier.Language.Cast.Lexing;

namespace Atelier.Language.Cast.Naming;

internal enum FigureKind
{
    Named,

    /// <summary>Whoever says "I" in the narration.</summary>
    Narrator,

    /// <summary>Known by a noun only: "the landlord".</summary>
    Noun,
}

/// <summary>Somebody in the text while it is being read.</summary>
internal sealed class Figure(int id, FigureKind kind)
{
    public int Id { get; } = id;

    public FigureKind Kind { get; } = kind;

    public List<NameForm> Forms { get; } = [];

    public Gender Gender { get; set; }

    public string? Evidence { get; set; }

    public int Count { get; set; }

    /// <summary>The noun of one who has no name, with the word before it: "the landlord".</summary>
    public string? Label { get; init; }

    public bool HasTitle(int title) => Forms.Exists(form => form.Key.Title == title);

    public bool HasTitle(Vocabulary words, WordClass kind) => Forms.Exists(form => words.Is(form.Key.Title, kind));
}
