namespace Atelier.Reading.Robots;

internal enum RobotsField
{
    Other,
    UserAgent,
    Allow,
    Disallow,
    Sitemap,
    Delay,
}

/// <summary>One line of a robots file. Spellings that are seen in the wild count as what they mean.</summary>
internal readonly record struct RobotsLine(RobotsField Field, string Value)
{
    private static readonly (string Spelling, RobotsField Field)[] Spellings =
    [
        ("user-agent", RobotsField.UserAgent),
        ("useragent", RobotsField.UserAgent),
        ("user agent", RobotsField.UserAgent),
        ("allow", RobotsField.Allow),
        ("disallow", RobotsField.Disallow),
        ("dissallow", RobotsField.Disallow),
        ("dissalow", RobotsField.Disallow),
        ("disalow", RobotsField.Disallow),
        ("diasllow", RobotsField.Disallow),
        ("disallaw", RobotsField.Disallow),
        ("sitemap", RobotsField.Sitemap),
        ("site-map", RobotsField.Sitemap),
        ("crawl-delay", RobotsField.Delay),
        ("crawldelay", RobotsField.Delay),
        ("crawl delay", RobotsField.Delay),
    ];

    /// <returns>Null for what is no field with a value.</returns>
    public static RobotsLine? Read(string line)
    {
        var comment = line.IndexOf('#', StringComparison.Ordinal);
        var text = (comment < 0 ? line : line[..comment]).Trim(' ', '\t', '\r', '\v', '\f', '\0');
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon >= 0)
            return Named(text[..colon], text[(colon + 1)..]);
        // Some forget the colon: two words alone are still a field and its value.
        return text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries) is [var name, var value]
            ? Named(name, value)
            : null;
    }

    private static RobotsLine? Named(string name, string value)
    {
        name = name.Trim(' ', '\t');
        if (name.Length == 0)
            return null;
        foreach (var (spelling, field) in Spellings)
            if (name.StartsWith(spelling, StringComparison.OrdinalIgnoreCase))
                return new(field, value.Trim(' ', '\t'));
        return new(RobotsField.Other, value);
    }
}
