using System.Net.Http.Headers;
using Atelier.Platform.Outgoing;

namespace Atelier.Campaigns.Fetching;

/// <summary>How much of what is read, and by which first bytes and which label it is recognised.</summary>
internal static class BodyKinds
{
    private const int Kilobyte = 1024;
    private const int Megabyte = 1024 * Kilobyte;

    private static readonly string[] Labels = ["html", "xml", "json", "rss", "atom", "rdf", "text/plain"];
    private static readonly byte[][] ByteOrderMarks =
    [
        [0xEF, 0xBB, 0xBF],
        [0xFE, 0xFF],
        [0xFF, 0xFE],
    ];

    /// <summary>Bytes, unpacked.</summary>
    public static int LargestOf(FetchPurpose purpose) =>
        purpose switch
        {
            FetchPurpose.Page => 5 * Megabyte,
            FetchPurpose.Feed => 10 * Megabyte,
            FetchPurpose.Sitemap => 50 * Megabyte,
            FetchPurpose.Robots => 512 * Kilobyte,
            _ => 0,
        };

    /// <summary>Servers label feeds with anything that has to do with text; what is read must look like markup or JSON too.</summary>
    public static bool IsWanted(string? contentType, ReadOnlyMemory<byte> first)
    {
        if (MediaTypeHeaderValue.TryParse(contentType, out var type) && type.MediaType is { } label)
            if (!Labels.Any(known => label.Contains(known, StringComparison.OrdinalIgnoreCase)))
                return false;
        var bytes = first.Span;
        var mark = Array.Find(ByteOrderMarks, mark => first.Span.StartsWith(mark));
        if (mark is { Length: 2 })
            return bytes.Contains((byte)'<') || bytes.Contains((byte)'{'); // every other byte is zero
        if (bytes.Contains((byte)0))
            return false;
        var text = bytes[(mark?.Length ?? 0)..].TrimStart(" \t\r\n\f"u8);
        return text.IsEmpty || text[0] is (byte)'<' or (byte)'{' || text.Contains((byte)'<');
    }

    /// <summary>Sitemaps are packed files, too, whatever their label, and plain lists of addresses.</summary>
    public static bool IsWantedSitemap(string? contentType, ReadOnlyMemory<byte> first) =>
        PackedFile.Is(first.Span)
        || IsWanted(contentType, first)
        || (
            contentType?.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase) is true
            && !first.Span.Contains((byte)0)
            && first.Span.TrimStart(" \t\r\n\uFEFF"u8).StartsWith("http"u8)
        );
}
