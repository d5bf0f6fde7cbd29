using System.Text.RegularExpressions;

namespace Atelier.Campaigns.Comments.Checking;

/// <param name="Host">Null when the link is disguised beyond reading.</param>
internal sealed record FoundLink(string Text, string? Host, Place Place);

/// <summary>Everything a reader could follow: addresses, bare host names, markup, and spellings meant to slip through.</summary>
internal static partial class LinkFinder
{
    private static readonly HashSet<string> Shorteners = new(
        (
            "bit.ly t.co tinyurl.com goo.gl ow.ly is.gd buff.ly rebrand.ly cutt.ly shorturl.at rb.gy t.ly lnkd.in tiny.cc v.gd adf.ly "
            + "bl.ink soo.gd s.id trib.al dlvr.it fb.me youtu.be amzn.to a.co wp.me qr.ae x.gd urlz.fr lc.cx"
        ).Split(' '),
        StringComparer.OrdinalIgnoreCase
    );

    public static IReadOnlyList<FoundLink> In(string text) =>
        [
            .. Link()
                .Matches(text)
                .Select(match => new FoundLink(
                    match.Value,
                    HostOf(match.Value),
                    new(match.Index, match.Index + match.Length)
                )),
        ];

    public static bool IsShortener(string? host) => host is not null && Shorteners.Contains(WithoutWww(host));

    /// <summary>The host is the domain or lies under it.</summary>
    public static bool IsUnder(string? host, string domain)
    {
        var top = WithoutWww(HostOf(domain.Trim()) ?? domain.Trim());
        return host is not null
            && top.Length > 0
            && (
                WithoutWww(host).Equals(top, StringComparison.OrdinalIgnoreCase)
                || host.EndsWith("." + top, StringComparison.OrdinalIgnoreCase)
            );
    }

    public static bool IsSame(string link, string allowed) =>
        Bare(link).Equals(Bare(allowed), StringComparison.OrdinalIgnoreCase);

    private static string Bare(string link)
    {
        var trimmed = link.Trim().TrimEnd('.', ',', ';', ')', '/');
        var scheme = trimmed.IndexOf("://", StringComparison.Ordinal);
        return WithoutWww(scheme < 0 ? trimmed : trimmed[(scheme + 3)..]);
    }

    private static string? HostOf(string link)
    {
        var address = link.Contains("://", StringComparison.Ordinal) ? link : "http://" + link;
        return
            Uri.TryCreate(
                address.Replace("hxxp", "http", StringComparison.OrdinalIgnoreCase),
                UriKind.Absolute,
                out var uri
            ) && uri.IdnHost.Contains('.', StringComparison.Ordinal)
            ? uri.IdnHost.TrimEnd('.')
            : null;
    }

    private static string WithoutWww(string host) =>
        host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;

    [GeneratedRegex(
        """(?:https?|hxxps?|ftp)://[^\s<>"”»)\]]+|\bwww\.[^\s<>"”»)\]]+|<a\s[^>]*>|\[[^\]]*\]\([^)]*\)|\[url[^\]]*\]|\b(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?[.。．])+(?:com|org|net|io|co|dev|app|ai|info|biz|shop|store|online|site|xyz|top|club|me|tv|ly|eu|fr|de|uk|us|ca|au|be|ch|es|it|nl|pl|ru|cn|jp|in|br|se|no|dk|fi|gl|gg|to|cc|test|example)\b(?:[/?#][^\s<>"”»)\]]*)?|\b[\p{L}\p{N}-]+\s?[\[({]\s?(?:dot|point|\.)\s?[\])}]\s?[a-z]{2,10}\b|\b[\p{L}\p{N}-]+ (?:dot|point) (?:com|org|net|io|fr)\b""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 5_000
    )]
    private static partial Regex Link();
}
