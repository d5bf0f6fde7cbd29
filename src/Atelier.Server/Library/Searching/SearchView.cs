namespace Atelier.Library.Searching;

/// <param name="Items">The best passages first.</param>
/// <param name="Found">Passages that match, up to 1,500.</param>
/// <param name="IsCapped">More match than were ranked: say more to find better.</param>
/// <param name="People">Names like what was asked for, also misspelt.</param>
/// <param name="Note">Why nothing could be looked for; null otherwise.</param>
public sealed record SearchView(
    IReadOnlyList<SearchHit> Items,
    string? NextCursor,
    int Found,
    bool IsCapped,
    IReadOnlyList<PersonHit> People,
    string? Note
);

/// <param name="Start">Of the passage, in code points, as <paramref name="End"/>.</param>
/// <param name="Snippet">The part of the passage with the words that were found.</param>
public sealed record SearchHit(
    Guid DocumentId,
    string Title,
    int Chapter,
    int? Page,
    int Start,
    int End,
    double Rank,
    IReadOnlyList<SnippetPart> Snippet
);

public sealed record SnippetPart(string Text, bool IsMatch);

/// <param name="Likeness">0 to 1.</param>
public sealed record PersonHit(Guid DocumentId, string Title, int Number, string Name, int Mentions, double Likeness);
