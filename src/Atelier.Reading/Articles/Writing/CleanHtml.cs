using System.Collections.Frozen;
using System.Net;
using System.Text;
using Atelier.Reading.Articles.Tree;

namespace Atelier.Reading.Articles.Writing;

/// <summary>Writes a part of a page as HTML of the plainest kind: what is not on the list goes, its text stays.</summary>
internal sealed class CleanHtml(Uri address)
{
    private static readonly FrozenSet<string> Kept =
        "p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre code table thead tbody tfoot tr td th caption figure figcaption a em strong b i u s sub sup del ins mark small q cite abbr time kbd samp var ruby rb rt rp br hr img"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    private readonly StringBuilder _html = new();

    public static string Of(PageNode node, Uri address)
    {
        var writer = new CleanHtml(address);
        foreach (var part in node.Parts)
            writer.Write(part);
        return writer._html.ToString().Trim();
    }

    private void Write(PageNode node)
    {
        if (node.IsText)
        {
            _html.Append(WebUtility.HtmlEncode(node.Data));
            return;
        }
        var opening = Kept.Contains(node.Tag) ? Attributes(node) : null;
        if (opening is not null)
            _html.Append('<').Append(node.Tag).Append(opening).Append('>');
        if (node.Tag is "br" or "hr" or "img")
            return;
        foreach (var part in node.Parts)
            Write(part);
        if (opening is not null)
            _html.Append("</").Append(node.Tag).Append('>');
        else if (Tags.Separate.Contains(node.Tag))
            _html.Append('\n');
    }

    /// <returns>Null for an element that means nothing without what it lacks.</returns>
    private string? Attributes(PageNode node) =>
        node.Tag switch
        {
            "a" => Absolute(node["href"]) is { } link
                ? $" href=\"{WebUtility.HtmlEncode(link)}\" rel=\"nofollow noopener\""
                : null,
            "img" => Absolute(node["src"]) is { } picture
                ? $" src=\"{WebUtility.HtmlEncode(picture)}\" loading=\"lazy\""
                : null,
            "td" or "th" => Span(node, "colspan") + Span(node, "rowspan"),
            _ => "",
        };

    private static string Span(PageNode node, string name) =>
        int.TryParse(node[name], out var span) && span is > 1 and < 100 ? $" {name}=\"{span}\"" : "";

    private string? Absolute(string value) =>
        value.Length is > 0 and < 4096
        && Uri.TryCreate(address, value.Trim(), out var absolute)
        && absolute.Scheme is "http" or "https"
            ? absolute.AbsoluteUri
            : null;
}
