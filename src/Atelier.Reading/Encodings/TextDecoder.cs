using System.Text;
using System.Text.RegularExpressions;

namespace Atelier.Reading.Encodings;

/// <summary>
/// Octets to text: the byte order mark decides, then the answer's header, then the pattern of the first octets, then what
/// the document says of itself, then UTF-8 if it is that, and windows-1252 last. A claim that the octets contradict is
/// not believed.
/// </summary>
internal static partial class TextDecoder
{
    private const int Declared = 4096;

    public static DecodedText Decode(ReadOnlySpan<byte> body, string? contentType, Declares where)
    {
        if (MarkOf(body) is var (marked, length) && Labels.Find(marked) is { } byMark)
            return Finish(body[length..], byMark, marked, []);
        var head = Encoding.Latin1.GetString(body[..Math.Min(body.Length, Declared)]);
        var repairs = new List<string>();
        List<(string? Label, string Source)> claims =
        [
            (CharsetOf(contentType), "header"),
            (PatternOf(body), "pattern"),
            (DeclaredIn(head, where), "document"),
            ("utf-8", "guess"),
        ];
        foreach (var (label, source) in claims)
        {
            if (label is null)
                continue;
            if (Labels.Find(label) is not { } encoding)
            {
                repairs.Add($"The {source} names an encoding that nobody knows: {Short(label)}.");
                continue;
            }
            // Whoever could write that in ASCII does not write in UTF-16.
            if (Labels.IsWide(encoding) && source != "pattern" && PatternOf(body) is null)
                continue;
            if (Strictly(body, encoding) is { } text)
            {
                // Latin names are the default of servers and templates; text that is UTF-8 by every octet is that.
                if (encoding.CodePage is 1252 && body.ContainsAnyExceptInRange((byte)0, (byte)127))
                    text = Strictly(body, Labels.Find("utf-8")!) ?? text;
                return new(text, encoding.WebName, repairs);
            }
            if (source != "guess")
                repairs.Add($"It is not in {Short(label)}, as its {source} says.");
        }
        // Nothing fits every octet: the first claim that anybody knows, with marks where it does not fit.
        var best = claims
            .Select(claim => Labels.Find(claim.Label))
            .FirstOrDefault(found => found is not null && !Labels.IsWide(found));
        if (best is null || (best.CodePage == 65001 && !MostlyUtf8(body)))
            best = Labels.Find("windows-1252")!;
        return Finish(body, best, best.WebName, repairs);
    }

    private static DecodedText Finish(ReadOnlySpan<byte> body, Encoding encoding, string name, List<string> repairs)
    {
        if (Strictly(body, encoding) is { } text)
            return new(text, name, repairs);
        repairs.Add($"Octets that are no {name} were replaced.");
        return new(Labels.Loose(encoding).GetString(body), name, repairs);
    }

    private static string? Strictly(ReadOnlySpan<byte> body, Encoding encoding)
    {
        try
        {
            return encoding.GetString(body);
        }
        catch (Exception wrong) when (wrong is DecoderFallbackException or ArgumentException)
        {
            return null;
        }
    }

    private static bool MostlyUtf8(ReadOnlySpan<byte> body)
    {
        var text = Encoding.UTF8.GetString(body);
        var (wrong, right) = (0, 0);
        foreach (var c in text)
            if (c == '\uFFFD')
                wrong++;
            else if (c >= 0x80)
                right++;
        return right > wrong * 4;
    }

    private static (string Label, int Length)? MarkOf(ReadOnlySpan<byte> body) =>
        body switch
        {
            [0xEF, 0xBB, 0xBF, ..] => ("utf-8", 3),
            [0xFF, 0xFE, 0, 0, ..] => ("utf-32", 4),
            [0, 0, 0xFE, 0xFF, ..] => ("utf-32be", 4),
            [0xFF, 0xFE, ..] => ("utf-16", 2),
            [0xFE, 0xFF, ..] => ("utf-16be", 2),
            _ => null,
        };

    /// <summary>Wide encodings show at the first sign of markup.</summary>
    private static string? PatternOf(ReadOnlySpan<byte> body) =>
        body switch
        {
            [0, 0, 0, (byte)'<' or (byte)'{', ..] => "utf-32be",
            [(byte)'<' or (byte)'{', 0, 0, 0, ..] => "utf-32",
            [0, (byte)'<' or (byte)'{', 0, _, ..] => "utf-16be",
            [(byte)'<' or (byte)'{', 0, _, 0, ..] => "utf-16",
            [0x4C, 0x6F, 0xA7, 0x94, ..] => "IBM037",
            _ => null,
        };

    internal static string? CharsetOf(string? contentType)
    {
        var found = Charset().Match(contentType ?? "");
        return found.Success ? found.Groups[1].Value : null;
    }

    private static string? DeclaredIn(string head, Declares where)
    {
        var found = where switch
        {
            Declares.XmlDeclaration => XmlEncoding().Match(head),
            Declares.MetaTag => MetaCharset().Match(head) is { Success: true } meta ? meta : XmlEncoding().Match(head),
            _ => Match.Empty,
        };
        return found.Success ? found.Groups[1].Value : null;
    }

    private static string Short(string label) => label.Length > 40 ? label[..40] : label;

    [GeneratedRegex(@"charset\s*=\s*[""']?\s*([^\s;""',]+)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Charset();

    [GeneratedRegex(@"<\?xml[^>]{0,200}?encoding\s*=\s*[""']([^""'>]{1,60})[""']", RegexOptions.NonBacktracking)]
    private static partial Regex XmlEncoding();

    [GeneratedRegex(
        @"<meta[^>]{0,400}?charset\s*=\s*[""']?\s*([^\s;""'/>]{1,60})",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex MetaCharset();
}
