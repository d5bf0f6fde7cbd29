using System.Text;

namespace Atelier.Reading.Robots;

/// <summary>A path as a rule writes it: <c>*</c> stands for anything, <c>$</c> at the end for the end.</summary>
internal sealed class RobotsPattern
{
    private readonly string[] _parts;
    private readonly bool _anchored;

    public RobotsPattern(string value)
    {
        var escaped = Escaped(value);
        Length = escaped.Length;
        _anchored = escaped.EndsWith('$');
        _parts = (_anchored ? escaped[..^1] : escaped).Split('*');
    }

    /// <summary>In octets: the longest pattern that matches decides.</summary>
    public int Length { get; }

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

    /// <summary>One spelling for one path: what is not ASCII as its octets, what need not be escaped plain.</summary>
    /// <param name="value">One character for each octet.</param>
    public static string Escaped(string value)
    {
        var text = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            if (
                value[i] == '%'
                && i + 2 < value.Length
                && char.IsAsciiHexDigit(value[i + 1])
                && char.IsAsciiHexDigit(value[i + 2])
            )
            {
                var octet = (char)Convert.ToInt32(value.Substring(i + 1, 2), 16);
                if (char.IsAsciiLetterOrDigit(octet) || octet is '-' or '.' or '_' or '~')
                    text.Append(octet);
                else
                    text.Append('%').Append(value.AsSpan(i + 1, 2).ToString().ToUpperInvariant());
                i += 2;
            }
            else if (value[i] >= 0x80)
                text.Append('%')
                    .Append(((int)value[i]).ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            else
                text.Append(value[i]);
        }
        return text.ToString();
    }
}
