using Atelier.Reading.Robots;

namespace Atelier.Reading.Articles.Facts;

/// <summary>What a page asks of machines in its head.</summary>
internal static class PageRules
{
    /// <summary>Names of robots whose orders are meant for every robot that makes something of pages.</summary>
    private static readonly string[] Names = ["robots", "googlebot", "bingbot", "atelierbot"];

    public static PageRobots Of(PageHead head)
    {
        var rules = PageRobots.Free;
        foreach (var name in Names)
        foreach (var content in head.All(name))
            rules = rules.And(
                PageRobots.Of(content, $"<meta name=\"{name}\" content=\"{content[..Math.Min(content.Length, 120)]}\">")
            );
        // The TDM Reservation Protocol: a one reserves the right to mine the text.
        if (head.Meta("tdm-reservation") is "1")
            rules = rules.And(new(false, false, false, false, true, "<meta name=\"tdm-reservation\" content=\"1\">"));
        return rules;
    }
}
