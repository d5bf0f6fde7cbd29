using Atelier.Drawing;

namespace Atelier.Books.Stories;

/// <summary>The plan of a book before a sentence is written: stored by itself, so a job can resume between the two.</summary>
/// <param name="Facts">What the words may rely on ("thing", "fear", "gift1"), by slot name.</param>
/// <param name="Places">Place keys by their part in the story: home, bed, table, p1, p2, p3, peak.</param>
/// <param name="WriteSeed">Where the choice of words starts from.</param>
internal sealed record StoryOutline(
    string Writer,
    string Shape,
    string Band,
    string Title,
    string Goal,
    string? Obstacle,
    string? Theme,
    IReadOnlyList<StoryPerson> Cast,
    IReadOnlyDictionary<string, string> Facts,
    IReadOnlyDictionary<string, string> Places,
    string Refrain,
    string Blurb,
    IReadOnlyList<StoryBeat> Beats,
    IReadOnlyList<string> Notes,
    ulong WriteSeed
);

/// <summary>Somebody in the story. <paramref name="Kind"/> is the noun as given; pronouns are written "she/her".</summary>
internal sealed record StoryPerson(string Role, string Id, string Name, string Kind, string Pronouns, string? Trait);

/// <summary>One page of the plan: which template it is told by, where, when and with which helper.</summary>
/// <param name="Source">The page slot in the story bank, e.g. "quest/start" or "ep-bridge/2".</param>
/// <param name="Stage">Which part of the story it belongs to: home, p1, p2, p3 or peak.</param>
internal sealed record StoryBeat(
    int Page,
    string Source,
    string Stage,
    TimeOfDay Time,
    Weather Weather,
    string? Helper
);
