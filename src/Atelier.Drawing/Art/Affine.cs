using System.Globalization;

namespace Atelier.Drawing.Art;

/// <summary>A 2D transform in SVG's order: (x, y) becomes (a x + c y + e, b x + d y + f).</summary>
internal readonly record struct Affine(double A, double B, double C, double D, double E, double F)
{
    public static readonly Affine Identity = new(1, 0, 0, 1, 0, 0);

    /// <summary>How much lengths grow, on average; used for stroke widths.</summary>
    public double Scale => Math.Sqrt(Math.Abs(A * D - B * C));

    public (double X, double Y) Apply(double x, double y) => (A * x + C * y + E, B * x + D * y + F);

    /// <summary>This transform applied after <paramref name="inner"/>, as nested groups do.</summary>
    public Affine Then(Affine inner) =>
        new(
            A * inner.A + C * inner.B,
            B * inner.A + D * inner.B,
            A * inner.C + C * inner.D,
            B * inner.C + D * inner.D,
            A * inner.E + C * inner.F + E,
            B * inner.E + D * inner.F + F
        );

    /// <summary>Reads an SVG transform list; an unknown or broken function counts as identity.</summary>
    public static Affine Parse(string? text)
    {
        var result = Identity;
        var at = 0;
        while (text is not null && at < text.Length)
        {
            var open = text.IndexOf('(', at);
            var close = open < 0 ? -1 : text.IndexOf(')', open);
            if (close < 0)
                break;
            result = result.Then(One(text[at..open].Trim(' ', ',', '\n', '\t'), Numbers(text[(open + 1)..close])));
            at = close + 1;
        }
        return result;
    }

    private static Affine One(string name, double[] n) =>
        (name, n.Length) switch
        {
            ("matrix", 6) => new(n[0], n[1], n[2], n[3], n[4], n[5]),
            ("translate", 1) => new(1, 0, 0, 1, n[0], 0),
            ("translate", 2) => new(1, 0, 0, 1, n[0], n[1]),
            ("scale", 1) => new(n[0], 0, 0, n[0], 0, 0),
            ("scale", 2) => new(n[0], 0, 0, n[1], 0, 0),
            ("rotate", 1) => Rotate(n[0]),
            ("rotate", 3) => new Affine(1, 0, 0, 1, n[1], n[2])
                .Then(Rotate(n[0]))
                .Then(new Affine(1, 0, 0, 1, -n[1], -n[2])),
            _ => Identity,
        };

    private static Affine Rotate(double degrees)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        return new(cos, sin, -sin, cos, 0, 0);
    }

    private static double[] Numbers(string list)
    {
        var numbers = new List<double>();
        var reader = new PathNumbers(list);
        while (reader.TryNumber(out var value))
            numbers.Add(value);
        return [.. numbers];
    }
}

/// <summary>Reads SVG's number lists, where "1-.5.5" holds three numbers and arc flags need no space.</summary>
internal ref struct PathNumbers(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _at;

    /// <summary>The next command letter, consumed; false when a number or the end comes first.</summary>
    public bool TryCommand(out char command)
    {
        SkipSeparators();
        command = _at < _text.Length ? _text[_at] : '\0';
        if (!char.IsAsciiLetter(command))
            return false;
        _at++;
        return true;
    }

    public bool TryFlag(out double flag)
    {
        SkipSeparators();
        flag = _at < _text.Length && _text[_at] == '1' ? 1 : 0;
        if (_at >= _text.Length || _text[_at] is not ('0' or '1'))
            return false;
        _at++;
        return true;
    }

    public bool TryNumber(out double value)
    {
        SkipSeparators();
        var start = _at;
        var end = _at;
        if (end < _text.Length && _text[end] is '-' or '+')
            end++;
        var dot = false;
        while (end < _text.Length && (char.IsAsciiDigit(_text[end]) || (_text[end] == '.' && !dot)))
            dot |= _text[end++] == '.';
        if (end < _text.Length && _text[end] is 'e' or 'E')
        {
            var exponent = end + 1;
            if (exponent < _text.Length && _text[exponent] is '-' or '+')
                exponent++;
            var digits = exponent;
            while (exponent < _text.Length && char.IsAsciiDigit(_text[exponent]))
                exponent++;
            end = exponent > digits ? exponent : end;
        }
        _at = end;
        return double.TryParse(_text[start..end], NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }

    private void SkipSeparators()
    {
        while (_at < _text.Length && (char.IsWhiteSpace(_text[_at]) || _text[_at] == ','))
            _at++;
    }
}
