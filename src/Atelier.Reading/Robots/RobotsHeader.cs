namespace Atelier.Reading.Robots;

/// <summary>The X-Robots-Tag header: directives for everybody, or after the name of one crawler for that one.</summary>
public static class RobotsHeader
{
    private static readonly HashSet<string> WithValue =
    [
        "unavailable_after",
        "max-snippet",
        "max-image-preview",
        "max-video-preview",
    ];

    /// <param name="value">Several headers of that name are joined by commas.</param>
    public static PageRobots Read(string? value, string productToken)
    {
        if (string.IsNullOrWhiteSpace(value))
            return PageRobots.Free;
        var mine = new List<string>();
        var applies = true;
        foreach (var part in value.Split(',', StringSplitOptions.TrimEntries))
        {
            var directive = part;
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            if (
                colon > 0
                && !WithValue.Contains(part[..colon].Trim().ToLowerInvariant())
                && !part[..colon].Contains(' ', StringComparison.Ordinal)
            )
            {
                applies = string.Equals(part[..colon].Trim(), productToken, StringComparison.OrdinalIgnoreCase);
                directive = part[(colon + 1)..].Trim();
            }
            if (applies)
                mine.Add(directive);
        }
        return PageRobots.Of(string.Join(',', mine), $"X-Robots-Tag: {value.Trim()}");
    }
}
