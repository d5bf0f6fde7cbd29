using System.Globalization;
using System.Net;
using System.Text;

namespace Atelier.Reading.Markup;

internal static class Entities
{
    private const int LongestName = 32;

    /// <summary>What C1 controls mean to everybody who writes them: windows-1252.</summary>
    private const string Windows = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    public static string Resolve(ReadOnlySpan<char> text, ICollection<string> repairs)
    {
        var next = text.IndexOf('&');
        if (next < 0)
            return text.ToString();
        var resolved = new StringBuilder(text.Length);
        while (next >= 0)
        {
            resolved.Append(text[..next]);
            text = text[next..];
            var end = text[..Math.Min(text.Length, LongestName)].IndexOf(';');
            if (end > 1 && Of(text[1..end]) is { } meant)
            {
                resolved.Append(meant);
                text = text[(end + 1)..];
            }
            else
            {
                repairs.Add("An ampersand is not escaped, or its name is unknown.");
                resolved.Append('&');
                text = text[1..];
            }
            next = text.IndexOf('&');
        }
        return resolved.Append(text).ToString();
    }

    private static string? Of(ReadOnlySpan<char> name)
    {
        if (name[0] == '#')
            return Numbered(name[1..]);
        foreach (var c in name)
            if (!char.IsAsciiLetterOrDigit(c))
                return null;
        if (name is "apos")
            return "'";
        var whole = $"&{name};";
        var meant = WebUtility.HtmlDecode(whole);
        return meant == whole ? null : meant;
    }

    private static string? Numbered(ReadOnlySpan<char> digits)
    {
        var hex = digits is ['x' or 'X', ..];
        var style = hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        if (!uint.TryParse(hex ? digits[1..] : digits, style, CultureInfo.InvariantCulture, out var number))
            return null;
        if (number is >= 0x80 and <= 0x9F)
            return Windows[(int)number - 0x80].ToString();
        if (number is 0 or < 0x20 and not (9 or 10 or 13))
            return "";
        return Rune.IsValid(number) ? new Rune(number).ToString() : "\uFFFD";
    }
}
