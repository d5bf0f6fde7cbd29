using System.Net;
using System.Text;

namespace Atelier.Reading.Markup;

/// <summary>An element of a document that was read leniently, or (without a name) a piece of its text.</summary>
internal sealed class XmlPiece(string space, string name, XmlPiece? parent)
{
    private static readonly HashSet<string> Void =
    [
        "area",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
    ];

    /// <summary>The vocabulary, by the short name of <see cref="Vocabularies"/>; empty for none.</summary>
    public string Space => space;

    /// <summary>In lower case, without its prefix.</summary>
    public string Name => name;

    public XmlPiece? Parent => parent;
    public string? Text { get; init; }
    public List<XmlPiece> Parts { get; } = [];
    public Dictionary<string, string> Attributes { get; } = new(StringComparer.OrdinalIgnoreCase);

    public IEnumerable<XmlPiece> Elements => Parts.Where(part => part.Text is null);

    public string? this[string attribute] => Attributes.GetValueOrDefault(attribute);

    public IEnumerable<XmlPiece> Named(params ReadOnlySpan<string> names)
    {
        var found = new List<XmlPiece>();
        foreach (var part in Parts)
            if (part.Text is null && names.Contains(part.Name))
                found.Add(part);
        return found;
    }

    /// <summary>The first element in the vocabularies asked for, in the order of the names.</summary>
    public XmlPiece? First(string spaces, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        foreach (var part in Parts)
            if (part.Text is null && part.Name == name && spaces.Split(' ').Contains(part.Space))
                return part;
        return null;
    }

    /// <summary>All text below, without markup.</summary>
    public string InnerText
    {
        get
        {
            if (Text is not null)
                return Text;
            if (Parts is [{ Text: { } only }])
                return only;
            var text = new StringBuilder();
            foreach (var part in Parts)
                text.Append(part.InnerText);
            return text.ToString();
        }
    }

    /// <summary>What is below as HTML: markup that stands in the document itself, not escaped.</summary>
    public string InnerMarkup()
    {
        var html = new StringBuilder();
        foreach (var part in Parts)
            part.Write(html);
        return html.ToString();
    }

    private void Write(StringBuilder html)
    {
        if (Text is not null)
        {
            html.Append(WebUtility.HtmlEncode(Text));
            return;
        }
        html.Append('<').Append(Name);
        foreach (var (name, value) in Attributes)
            if (!name.StartsWith("xmlns", StringComparison.Ordinal))
                html.Append(' ').Append(name).Append("=\"").Append(WebUtility.HtmlEncode(value)).Append('"');
        html.Append('>');
        foreach (var part in Parts)
            part.Write(html);
        if (!Void.Contains(Name))
            html.Append("</").Append(Name).Append('>');
    }
}
