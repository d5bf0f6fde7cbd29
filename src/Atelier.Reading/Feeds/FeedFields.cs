using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Atelier.Reading.Dates;
using Atelier.Reading.Markup;

namespace Atelier.Reading.Feeds;

/// <summary>What the kinds of feeds have in common: how a field's text, address, date and number are understood.</summary>
internal static class FeedFields
{
    public const int MostEntries = 2_000;

    /// <summary>A line of plain text, such as a title; null for nothing.</summary>
    public static string? Line(XmlPiece? piece)
    {
        if (piece is null)
            return null;
        var text = IsBase64(piece) ? FromBase64(piece.InnerText) : Markup(piece);
        // Atom says what is plain text. Everybody else escapes markup, or characters, or both: what is left after reading
        // it as HTML is what is meant.
        var isPlain =
            piece["type"] is "text" or "text/plain"
            || piece is { Space: "atom" } && piece["type"] is null && piece["mode"] is null;
        var plain =
            !(isPlain && !piece.Elements.Any()) && text.AsSpan().ContainsAny('<', '&') ? FeedText.Of(text) : text;
        plain = string.Join(' ', plain.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return plain.Length == 0 ? null : Safety.ReaderText.Clean(plain);
    }

    /// <summary>Markup of a field, whether it was escaped or stands in the feed itself.</summary>
    public static string? Html(XmlPiece? piece)
    {
        if (piece is null)
            return null;
        var html = piece["type"] switch
        {
            _ when IsBase64(piece) => FromBase64(piece.InnerText),
            "text" or "text/plain" => System.Net.WebUtility.HtmlEncode(piece.InnerText),
            _ => Markup(piece),
        };
        return string.IsNullOrWhiteSpace(html) ? null : html.Trim();
    }

    public static string? Plain(XmlPiece? piece)
    {
        // An element that was never closed has the next ones in it.
        var own = piece?.Parts.FirstOrDefault(part => !string.IsNullOrWhiteSpace(part.Text)) ?? piece;
        var text = own?.InnerText.Trim();
        return string.IsNullOrEmpty(text) ? null : text;
    }

    /// <summary>An address, made absolute by the nearest base.</summary>
    public static Uri? Address(XmlPiece? piece, string? value, Uri document)
    {
        value = value?.Trim();
        if (piece is null || string.IsNullOrEmpty(value) || value.Length > 4096)
            return null;
        return Uri.TryCreate(BaseOf(piece, document), value, out var address) && address.Scheme is "http" or "https"
            ? address
            : null;
    }

    public static DateTimeOffset? Date(XmlPiece? piece) => WebDate.Read(piece?.InnerText);

    public static int? Number(XmlPiece? piece) =>
        int.TryParse(piece?.InnerText.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    public static string Id(string? given, Uri? link, params ReadOnlySpan<string?> words)
    {
        if (!string.IsNullOrWhiteSpace(given))
            return given.Trim();
        if (link is not null)
            return link.AbsoluteUri;
        var text = string.Join('\n', words);
        return "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
    }

    private static bool IsBase64(XmlPiece piece) =>
        piece["mode"] is "base64" || piece["type"]?.StartsWith("application/octet", StringComparison.Ordinal) == true;

    private static string Markup(XmlPiece piece) => piece.Elements.Any() ? piece.InnerMarkup() : piece.InnerText;

    private static Uri BaseOf(XmlPiece piece, Uri document)
    {
        var bases = new Stack<string>();
        for (var at = piece; at is not null; at = at.Parent)
            if (at["xml:base"] is { } declared)
                bases.Push(declared.Trim());
        foreach (var declared in bases)
            if (Uri.TryCreate(document, declared, out var combined))
                document = combined;
        return document;
    }

    private static string FromBase64(string text)
    {
        var octets = new byte[text.Length];
        return Convert.TryFromBase64String(text.Trim(), octets, out var length)
            ? Encoding.UTF8.GetString(octets, 0, length)
            : text;
    }
}
