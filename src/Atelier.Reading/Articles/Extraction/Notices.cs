using System.Collections.Frozen;
using Atelier.Reading.Articles.Tree;

namespace Atelier.Reading.Articles.Extraction;

/// <summary>Lines that a site puts between an author's: where the advertisement is, what else to read, a caption once more.</summary>
internal static class Notices
{
    private const int Longest = 200;
    private const double MostlyLinks = 0.5;

    private static readonly FrozenSet<string> Whole = Set(
        "advertisement|advertising|ad|advert|anzeige|werbung|publicité|publicidad|publicidade|pubblicità|advertentie|annons|annonse|reklama|реклама|広告|story continues below|article continues below|story continues below advertisement|article continues after advertisement|continue reading below|continue reading the main story|scroll to continue|skip advertisement|close|caption|share|share this|tweet|print|email"
    );

    private static readonly string[] Invitations =
        "related|read more|read also|read next|see also|see more|see our|also read|more:|more from|more on|don't miss|don’t miss|watch:|watch more|must read|recommended|you may also like|you might also like|lesen sie auch|mehr zum thema|auch interessant|lire aussi|à lire aussi|voir aussi|lea también|ver también|te puede interesar|leia também|leia mais|veja também|saiba mais|leggi anche|lees ook|läs också|les også|læs også|czytaj też|zobacz też|читайте также|см. также|関連記事".Split(
            '|'
        );

    public static void Remove(PageNode article)
    {
        var captions = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in article.Below().Where(IsBlock).ToList())
        {
            if (node.Parent is null || node.Letters is 0 or > Longest && node.Tag != "figcaption")
                continue;
            var line = node.Line();
            if (node.Tag == "figcaption" ? !captions.Add(line) : IsNotice(node, line))
                node.Remove();
        }
    }

    private static bool IsBlock(PageNode node) => node.Tag is "p" or "div" or "section" or "li" or "figcaption";

    private static bool IsNotice(PageNode node, string line)
    {
        var plain = line.Trim(' ', ':', '.', '-', '–', '—', '[', ']', '(', ')', '…').ToLowerInvariant();
        if (Whole.Contains(plain))
            return node.Tag != "li";
        return node.LinkDensity > MostlyLinks
            && node.Tag != "li"
            && Array.Exists(Invitations, words => line.StartsWith(words, StringComparison.OrdinalIgnoreCase));
    }

    private static FrozenSet<string> Set(string lines) => lines.Split('|').ToFrozenSet(StringComparer.Ordinal);
}
