namespace Atelier.Language.Cast.Lexing;

internal enum Mark : byte
{
    Word,
    Comma,
    Stop,
    Colon,
    Semicolon,
    Dash,

    /// <summary>"'s" after a noun, or what is left of "is" and "has".</summary>
    Possessive,

    /// <summary>A quotation begins.</summary>
    Open,
    Close,
    Other,
}

[Flags]
internal enum Look : byte
{
    None = 0,
    Capital = 1,
    AllCapitals = 2,
    SentenceStart = 4,
    Quoted = 8,
}

/// <param name="Word">A word's number; for an opening or closing mark the complement of the quotation's, for a full stop the
/// negative of its character.</param>
internal readonly record struct Piece(int Start, int Length, int Word, Mark Mark, Look Look)
{
    public int End => Start + Length;

    public bool IsWord => Mark == Mark.Word;

    public bool IsCapital => (Look & Look.Capital) != 0;

    public bool IsQuoted => (Look & Look.Quoted) != 0;

    public bool StartsSentence => (Look & Look.SentenceStart) != 0;
}
