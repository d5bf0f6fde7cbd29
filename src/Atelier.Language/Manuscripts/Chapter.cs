namespace Atelier.Language.Manuscripts;

/// <param name="Number">Counted from 1 in the order of the text, whatever the heading says.</param>
public sealed record Chapter(int Number, string? Title, TextSpan Span);
