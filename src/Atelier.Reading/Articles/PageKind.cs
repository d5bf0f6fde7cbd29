namespace Atelier.Reading.Articles;

/// <summary>Whether an answer is a page at all, by what it is said to be and by how it begins.</summary>
internal static class PageKind
{
    private static readonly HashSet<string> Pages = new(StringComparer.OrdinalIgnoreCase)
    {
        "text/html",
        "application/xhtml+xml",
        "text/xml",
        "application/xml",
        "application/octet-stream",
        "text/plain",
        "",
    };

    public static string? Refusal(ReadOnlySpan<byte> body, string? contentType)
    {
        var type = (contentType ?? "").Split(';')[0].Trim();
        if (!Pages.Contains(type))
            return $"It is no web page but {(type.Length > 60 ? type[..60] : type)}.";
        if (body.IsEmpty || !body.ContainsAnyExcept("\0 \t\r\n"u8))
            return "The page is empty.";
        return body switch
        {
            [0x25, 0x50, 0x44, 0x46, ..] => "It is a PDF, not a web page.",
            [0x50, 0x4B, 0x03, 0x04, ..] => "It is a ZIP archive, not a web page.",
            [0x1F, 0x8B, ..] => "It is still compressed.",
            [0x89, 0x50, 0x4E, 0x47, ..] or [0xFF, 0xD8, 0xFF, ..] or [0x47, 0x49, 0x46, 0x38, ..] =>
                "It is a picture, not a web page.",
            _ => null,
        };
    }
}
