namespace Atelier.Reading.Opml;

/// <param name="Refusal">Why it is no list of feeds; null where it is one.</param>
public sealed record OpmlReading(OpmlList? List, string? Refusal);

public sealed record OpmlList(string? Title, IReadOnlyList<OpmlFeed> Feeds);

/// <param name="Folder">The headings above it, from the outside in.</param>
public sealed record OpmlFeed(Uri Feed, Uri? Home, string? Title, string? Folder);
