namespace Atelier.Reading.Robots;

/// <summary>What a page asks of machines, in its head or in its answer's headers.</summary>
/// <param name="NoAi">"noai" and its like: not to be used by or for models.</param>
/// <param name="Evidence">What it says, as it says it.</param>
public sealed record PageRobots(
    bool NoIndex,
    bool NoFollow,
    bool NoArchive,
    bool NoSnippet,
    bool NoAi,
    string? Evidence
)
{
    public static PageRobots Free { get; } = new(false, false, false, false, false, null);

    /// <summary>Whether nothing is to be made from the page: all but following no links says so.</summary>
    public bool ForbidsUse => NoIndex || NoArchive || NoSnippet || NoAi;

    public PageRobots And(PageRobots other) =>
        new(
            NoIndex || other.NoIndex,
            NoFollow || other.NoFollow,
            NoArchive || other.NoArchive,
            NoSnippet || other.NoSnippet,
            NoAi || other.NoAi,
            (Evidence, other.Evidence) switch
            {
                (null, var only) => only,
                (var only, null) => only,
                var (one, two) => one == two ? one : $"{one}; {two}",
            }
        );

    /// <param name="directives">Between commas.</param>
    internal static PageRobots Of(string directives, string evidence)
    {
        var words = directives
            .Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.ToLowerInvariant())
            .ToHashSet();
        var none = words.Contains("none");
        var page = new PageRobots(
            none || words.Contains("noindex"),
            none || words.Contains("nofollow"),
            words.Contains("noarchive") || words.Contains("nocache"),
            words.Contains("nosnippet")
                || words.Any(word => word.Replace(" ", "", StringComparison.Ordinal) is "max-snippet:0"),
            words.Contains("noai") || words.Contains("noimageai") || words.Contains("noml"),
            evidence
        );
        return page with { Evidence = page.NoFollow || page.ForbidsUse ? evidence : null };
    }
}
