namespace Atelier.Language;

/// <summary>One word of a text, where it stands, counted in UTF-16 units.</summary>
/// <param name="Text">As written, without the punctuation around it: "Pip's", "well-known", "3.5", "a.m.".</param>
/// <param name="Start">Its place in the text.</param>
public readonly record struct Token(string Text, int Start)
{
    public int End => Start + Text.Length;

    public bool IsNumber => char.IsAsciiDigit(Text[0]);

    public bool IsCapitalised => char.IsUpper(Text[0]);
}

/// <summary>A sentence and its words, in reading order.</summary>
/// <param name="Start">Where it begins in the text, an opening quotation mark included.</param>
/// <param name="Length">Closing quotation marks included.</param>
public sealed record Sentence(int Start, int Length, IReadOnlyList<Token> Words);
