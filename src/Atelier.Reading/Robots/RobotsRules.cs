using System.Buffers;
using System.Globalization;
using System.Text;

namespace Atelier.Reading.Robots;

/// <summary>
/// A robots.txt by RFC 9309, read as tolerantly as large crawlers read it: what is no rule is skipped, and nothing makes
/// it fail.
/// </summary>
public sealed class RobotsRules
{
    private const int LongestLine = (2083 * 8) - 1;
    private const int MostRead = 512 * 1024;
    private const double LongestDelay = 86_400 * 30;
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.");
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    private readonly List<RobotsGroup> _groups = [];
    private readonly List<Uri> _sitemaps = [];

    private RobotsRules() { }

    /// <summary>There is no file: nothing is forbidden.</summary>
    public static RobotsRules AllowAll { get; } = new();

    /// <summary>The file cannot be had just now: everything is forbidden.</summary>
    public static RobotsRules DisallowAll { get; } = Read("User-agent: *\nDisallow: /"u8);

    public IReadOnlyList<Uri> Sitemaps => _sitemaps;

    /// <summary>A page, an error page mostly, where rules should be.</summary>
    public bool LooksLikeHtml { get; private init; }

    /// <param name="address">Of the file: sitemaps that it names without a host are beside it. Without it they are left out.</param>
    public static RobotsRules Read(ReadOnlySpan<byte> body, Uri? address = null)
    {
        body = Beginning(body);
        var mark = 0;
        while (mark < Math.Min(Mark.Length, body.Length) && body[mark] == Mark[mark])
            mark++;
        // One character an octet: rules are compared by octets, whatever the file is written in.
        var text = Encoding.Latin1.GetString(body[mark..]);
        var rules = new RobotsRules { LooksLikeHtml = text.TrimStart().StartsWith('<') };
        rules.ReadLines(text, address);
        return rules;
    }

    /// <param name="productToken">The crawler's name as robots files write it: letters, hyphens and underscores.</param>
    public RobotsVerdict Ask(string productToken, Uri address)
    {
        var path = address.IsAbsoluteUri ? RobotsPattern.PathOf(address.PathAndQuery) : "/";
        if (path == "/robots.txt")
            return new(true, null, null);
        RobotsRule? best = null;
        foreach (var rule in GroupsFor(productToken).SelectMany(group => group.Rules))
            if (
                rule.Pattern.Length > 0
                && (
                    best is null
                    || rule.Pattern.Length > best.Pattern.Length
                    || (rule.Pattern.Length == best.Pattern.Length && rule.Allows && !best.Allows)
                )
                && rule.Pattern.Matches(path)
            )
                best = rule;
        return best is null ? new(true, null, null) : new(best.Allows, best.Line, best.Text);
    }

    /// <summary>How long to wait between two requests, where the file says; RFC 9309 knows no such line, many files do.</summary>
    public TimeSpan? DelayFor(string productToken) =>
        GroupsFor(productToken).Select(group => group.Delay).Where(delay => delay is not null).Max();

    private IEnumerable<RobotsGroup> GroupsFor(string productToken) =>
        _groups.Any(group => group.Names(productToken))
            ? _groups.Where(group => group.Names(productToken))
            : _groups.Where(group => group.ForAll);

    /// <summary>Of a file that is too long, whole lines: half a rule forbids more, or allows more, than was meant.</summary>
    private static ReadOnlySpan<byte> Beginning(ReadOnlySpan<byte> body)
    {
        if (body.Length < MostRead)
            return body;
        var end = body[..MostRead].LastIndexOfAny((byte)'\n', (byte)'\r');
        return body[..(end < 0 ? MostRead : end)];
    }

    private void ReadLines(string text, Uri? address)
    {
        RobotsGroup? group = null;
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateRobotsLines())
        {
            number++;
            var cut = line[..Math.Min(line.Length, LongestLine)].ToString();
            if (RobotsLine.Read(cut) is not { } read)
                continue;
            switch (read.Field)
            {
                case RobotsField.UserAgent:
                    if (group is null or { Rules.Count: > 0 })
                        _groups.Add(group = new());
                    group.Add(read.Value);
                    break;
                case RobotsField.Allow or RobotsField.Disallow when group is not null:
                    AddRule(group, read, number, cut.Trim());
                    break;
                case RobotsField.Delay when group is not null:
                    group.Delay = Seconds(read.Value) ?? group.Delay;
                    break;
                case RobotsField.Sitemap:
                    if (SitemapAt(read.Value, address) is { } sitemap && !_sitemaps.Contains(sitemap))
                        _sitemaps.Add(sitemap);
                    break;
            }
        }
    }

    private static void AddRule(RobotsGroup group, RobotsLine line, int number, string text)
    {
        var allows = line.Field == RobotsField.Allow;
        group.Rules.Add(new(allows, new(line.Value), number, text));
        // Whoever allows a folder's index page means the folder's own address too.
        var slash = line.Value.LastIndexOf('/');
        if (allows && slash >= 0 && line.Value.AsSpan(slash).StartsWith("/index.htm"))
            group.Rules.Add(new(true, new(line.Value[..(slash + 1)] + "$"), number, text));
    }

    private static Uri? SitemapAt(string value, Uri? address)
    {
        if (Uri.TryCreate(value, UriKind.Absolute, out var whole) && whole.Scheme is "http" or "https")
            return whole;
        var isBeside = value.StartsWith('/') && address is not null;
        return isBeside && Uri.TryCreate(address, value, out var beside) && beside.Scheme is "http" or "https"
            ? beside
            : null;
    }

    /// <summary>Some write the unit behind it. What is longer than a month is a month: nobody waits for either.</summary>
    private static TimeSpan? Seconds(string value)
    {
        var end = value.AsSpan().IndexOfAnyExcept(Digits);
        return double.TryParse(
            end < 0 ? value : value[..end],
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out var seconds
        )
            ? TimeSpan.FromSeconds(Math.Min(seconds, LongestDelay))
            : null;
    }
}
