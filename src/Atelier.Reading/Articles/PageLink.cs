namespace Atelier.Reading.Articles;

/// <summary>A link in the main text of a page.</summary>
public sealed record PageLink(Uri Address, string Text, string? Rel);
