using Atelier.Language.Cast.Quoting;
using Atelier.Language.Manuscripts;

namespace Atelier.Language.Cast.Speaking;

/// <summary>What one person says in one paragraph, and everything the decision about the speaker needs.</summary>
internal sealed class Turn
{
    /// <summary>A paragraph of more quotations is a list.</summary>
    public const int MostTagged = 64;

    public required int FirstQuote { get; init; }

    public required int LastQuote { get; init; }

    public required Border Border { get; init; }

    public required int Chapter { get; init; }

    /// <summary>Paragraphs of narration since the turn before.</summary>
    public required int Gap { get; init; }

    /// <summary>Goes on with the speech of the turn before.</summary>
    public bool Continues { get; init; }

    /// <summary>Ends with a question.</summary>
    public bool Asks { get; init; }

    public TagKind Tag { get; init; }

    public bool TagIsClose { get; init; }

    public Gender TagGender { get; init; }

    /// <summary>Whom the tag means, where it can be told without knowing the conversation; else -1.</summary>
    public int Tagged { get; init; } = -1;

    /// <summary>Where the tag names the speaker.</summary>
    public TextSpan TagPlace { get; init; }

    /// <summary>Who acts in the narration around the speech; else -1.</summary>
    public int Actor { get; init; } = -1;

    /// <summary>Who is called by name inside the speech; else -1.</summary>
    public int Called { get; init; } = -1;

    /// <summary>Of whoever is called "sir" or "madam", or by name.</summary>
    public Gender CalledGender { get; init; }

    /// <summary>"to Emma" in the tag; else -1.</summary>
    public int Addressee { get; init; } = -1;

    public required Choice[] Choices { get; set; }

    public int Speaker { get; set; } = -1;

    public double Confidence { get; set; }

    /// <summary>One bit for each of the first quotations: the words beside it plainly say who speaks.</summary>
    public ulong PlainlyTagged { get; set; }

    public bool IsPlainlyTagged(int quote) =>
        quote - FirstQuote < MostTagged && ((PlainlyTagged >> (quote - FirstQuote)) & 1) != 0;
}

/// <summary>A possible speaker with the log-odds that the turn's own words give.</summary>
internal readonly record struct Choice(int Figure, double Score, Gender Gender);
