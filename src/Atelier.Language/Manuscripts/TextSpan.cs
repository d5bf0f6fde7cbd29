namespace Atelier.Language.Manuscripts;

/// <summary>A stretch of a text in UTF-16 units, end exclusive.</summary>
public readonly record struct TextSpan(int Start, int End)
{
    public int Length => End - Start;

    public bool Contains(int at) => at >= Start && at < End;

    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;
}
