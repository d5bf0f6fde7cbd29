namespace Atelier.Books.Stories.Gate;

/// <summary>The limits of an age band: words and sentences a child of that age reads or listens to with ease.</summary>
/// <param name="Letter">How templates name the band, a to e.</param>
/// <param name="GradeMost">Flesch-Kincaid grade of the whole book; null where the formula says nothing.</param>
/// <param name="OffListMost">Share of words on no list of familiar words.</param>
internal sealed record Band(
    string Name,
    char Letter,
    int BookWordsLeast,
    int BookWordsMost,
    int PageWordsMost,
    double SentenceMeanMost,
    int SentenceMost,
    double? GradeMost,
    double OffListMost
)
{
    /// <summary>Trade lengths, classroom levels and core-standard grade bands put together; see docs on reading levels.</summary>
    public static readonly IReadOnlyList<Band> All =
    [
        new("0-2", 'a', 0, 200, 10, 4, 6, null, 0.15),
        new("3-5", 'b', 100, 500, 25, 7, 12, 1.5, 0.12),
        new("5-7", 'c', 200, 900, 40, 9, 15, 2.5, 0.12),
        new("6-8", 'd', 350, 2000, 60, 10, 18, 4.0, 0.15),
        new("8-10", 'e', 1000, 6000, 120, 13, 24, 6.0, 0.20),
    ];

    /// <summary>The band of that name; an unknown name reads as 3-5, since the request was checked before.</summary>
    public static Band Of(string name) => All.FirstOrDefault(b => b.Name == name) ?? All[1];
}
