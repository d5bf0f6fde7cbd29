using Atelier.Books.Stories.Gate;

namespace Atelier.Books.Stories;

/// <summary>A written book with the evidence that it can be read at its age.</summary>
/// <param name="PassedFirstTime">Pages that met their band before any rewriting.</param>
/// <param name="Rewrites">How many times a page was written again.</param>
internal sealed record StoryResult(
    Manuscript Manuscript,
    IReadOnlyList<PageVerdict> Pages,
    BookVerdict Book,
    int PassedFirstTime,
    int Rewrites,
    IReadOnlyList<string> Notes
);
