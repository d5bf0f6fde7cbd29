using System.Globalization;
using System.Text;

namespace Atelier.Reading.Robots;

/// <summary>A path as a rule writes it: <c>*</c> stands for anything, <c>$</c> at the end for the end.</summary>
internal sealed class RobotsPattern
{
    private const string NeverPlain = "\"<>\\^`{|}";

    private readonly string[] _parts;
    private readonly bool _anchored;

    public RobotsPattern(string value)
    {
        var escaped = Escaped(value);
        Length = escaped.Length;
        _anchored = escaped.EndsWith('$');
        _parts = [.. (_anchored ? escaped[..^1] : escaped).Split('*').Select(WithoutMarks)];
    }

    /// <summary>In octets: the longest pattern that matches decides.</summary>
    public int Length { get; }

    /// <param name="path">As <see cref="PathOf"/> has it.</param>
    public bool Matches(string path)
    {
        if (!path.StartsWith(_parts[0], StringComparison.Ordinal))
            return false;
        var at = _parts[0].Length;
        if (_parts.Length == 1)
            return !_anchored || at == path.Length;
        for (var i = 1; i < _parts.Length - 1; i++)
        {
            var found = path.IndexOf(_parts[i], at, StringComparison.Ordinal);
            if (found < 0)
                return false;
            at = found + _parts[i].Length;
        }
        if (!_anchored)
            return path.IndexOf(_parts[^1], at, StringComparison.Ordinal) >= 0;
        return path.Length - at >= _parts[^1].Length && path.EndsWith(_parts[^1], StringComparison.Ordinal);
    }

    /// <summary>One spelling for one path: what must be escaped is, what need not be is not.</summary>
    /// <param name="value">One character for each octet.</param>
    public static string PathOf(string value) => WithoutMarks(Escaped(value));

    /// <summary>In an address, and within a rule, a star and a dollar are themselves (RFC 9309, 2.2.3).</summary>
    private static string WithoutMarks(string escaped) =>
        escaped.Replace("*", "%2A", StringComparison.Ordinal).Replace("$", "%24", StringComparison.Ordinal);

    private static string Escaped(string value)
    {
        var text = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] != '%')
            {
                Append(text, value[i]);
                continue;
            }
            if (i + 2 >= value.Length || !char.IsAsciiHexDigit(value[i + 1]) || !char.IsAsciiHexDigit(value[i + 2]))
            {
                text.Append("%25");
                continue;
            }
            var octet = (char)Convert.ToInt32(value.Substring(i + 1, 2), 16);
            if (char.IsAsciiLetterOrDigit(octet) || octet is '-' or '.' or '_' or '~')
                text.Append(octet);
            else
                text.Append('%').Append(value.AsSpan(i + 1, 2).ToString().ToUpperInvariant());
            i += 2;
        }
        return text.ToString();
    }

    private static void Append(StringBuilder text, char octet)
    {
        if (octet is > ' ' and < (char)0x7F && !NeverPlain.Contains(octet))
            text.Append(octet);
        else
            text.Append('%').Append(((int)octet).ToString("X2", CultureInfo.InvariantCulture));
    }
}
