using System.Net;
using AngleSharp.Dom;

namespace Atelier.Reading.Articles.Facts;

/// <summary>The meta elements of a page by name, and its links.</summary>
internal sealed class PageHead
{
    private readonly Dictionary<string, List<string>> _metas = new(StringComparer.OrdinalIgnoreCase);

    public PageHead(IDocument document, Uri address)
    {
        Document = document;
        Base = BaseOf(document, address);
        Data = LinkedData.Of(document);
        foreach (var meta in document.QuerySelectorAll("meta[content]"))
        {
            var content = meta.GetAttribute("content")!.Trim();
            if (content.Length is 0 or > 20_000)
                continue;
            // One element may have several names, with blanks between them.
            foreach (var attribute in (string[])["property", "name", "itemprop", "http-equiv"])
            foreach (
                var name in (meta.GetAttribute(attribute) ?? "")
                    .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                    .Take(5)
            )
            {
                if (!_metas.TryGetValue(name.Replace('.', ':'), out var values))
                    _metas[name.Replace('.', ':')] = values = [];
                values.Add(content);
            }
        }
    }

    public IDocument Document { get; }
    public Uri Base { get; }
    public LinkedData Data { get; }

    /// <summary>The first of several names that says something.</summary>
    public string? Meta(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (_metas.TryGetValue(name, out var values) && Tidy(values[0]) is { } value)
                return value;
        return null;
    }

    public IReadOnlyList<string> All(string name) => _metas.GetValueOrDefault(name) ?? [];

    public Uri? Absolute(string? value) =>
        value is { Length: > 0 and < 4096 }
        && Uri.TryCreate(Base, value.Trim(), out var absolute)
        && absolute.Scheme is "http" or "https"
            ? absolute
            : null;

    /// <returns>One line; what was escaped twice is read once more.</returns>
    public static string? Tidy(string? text)
    {
        if (text is null)
            return null;
        if (text.Contains('&', StringComparison.Ordinal))
            text = WebUtility.HtmlDecode(text);
        text = Safety.ReaderText.Clean(
            string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        );
        return text.Length == 0 ? null : text;
    }

    private static Uri BaseOf(IDocument document, Uri address) =>
        document.QuerySelector("base[href]")?.GetAttribute("href") is { Length: < 4096 } declared
        && Uri.TryCreate(address, declared.Trim(), out var found)
        && found.Scheme is "http" or "https"
            ? found
            : address;
}
