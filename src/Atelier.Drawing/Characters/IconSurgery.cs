using System.Text;
using System.Text.RegularExpressions;
using Atelier.Drawing.Art;

namespace Atelier.Drawing.Characters;

/// <summary>Changes an art pack drawing: takes out small parts (eyes, a mouth) and turns colours.</summary>
internal static partial class IconSurgery
{
    /// <summary>Removes every subpath that lies wholly inside one of the boxes; larger shapes stay untouched.</summary>
    public static string Without(string body, IReadOnlyList<Box> boxes) =>
        boxes.Count == 0
            ? body
            : PathElement()
                .Replace(
                    body,
                    match =>
                        Kept(match.Groups[1].Value, boxes) is { } kept
                            ? match.Value.Replace(match.Groups[1].Value, kept, StringComparison.Ordinal)
                            : ""
                );

    /// <summary>Passes every fill and stroke colour through <paramref name="map"/>.</summary>
    public static string Recoloured(string body, Func<string, string> map) =>
        HexColour().Replace(body, match => match.Groups[1].Value + map(match.Groups[2].Value) + "\"");

    private static string? Kept(string data, IReadOnlyList<Box> boxes)
    {
        StringBuilder? kept = null;
        var dropped = false;
        foreach (var (piece, ink) in Subpaths(data))
        {
            if (boxes.Any(box => Inside(ink, box)))
                dropped = true;
            else
                (kept ??= new StringBuilder()).Append(piece);
        }
        return dropped ? kept?.ToString() : data;
    }

    private static bool Inside(Box ink, Box box) =>
        ink.X >= box.X && ink.Y >= box.Y && ink.Right <= box.Right && ink.Bottom <= box.Bottom;

    /// <summary>Splits path data where a new subpath starts; each piece begins with an absolute move.</summary>
    private static IEnumerable<(string Piece, Box Ink)> Subpaths(string data)
    {
        var starts = new List<int>();
        for (var i = 0; i < data.Length; i++)
            if (data[i] is 'm' or 'M')
                starts.Add(i);
        // A relative move starts from the beginning of the closed subpath before it.
        var (x, y) = (0.0, 0.0);
        for (var i = 0; i < starts.Count; i++)
        {
            var piece = data[starts[i]..(i + 1 < starts.Count ? starts[i + 1] : data.Length)];
            var (dx, dy, rest) = Move(piece);
            (x, y) = piece[0] == 'm' ? (x + dx, y + dy) : (dx, dy);
            var absolute = Pen.D($"M{Math.Round(x, 3)} {Math.Round(y, 3)}") + rest;
            var extent = new Extent(Affine.Identity);
            PathOutline.Trace(absolute, extent);
            yield return (absolute, extent.Box);
        }
    }

    private static (double X, double Y, string Tail) Move(string piece)
    {
        var match = MoveCommand().Match(piece);
        var numbers = new PathNumbers(piece.AsSpan(1));
        numbers.TryNumber(out var x);
        numbers.TryNumber(out var y);
        var rest = piece[match.Length..];
        // Numbers after a move are line-tos of the same case.
        var implicitLine = rest.Length > 0 && !char.IsAsciiLetter(rest.TrimStart(' ', ',')[..1].FirstOrDefault('z'));
        return (x, y, implicitLine ? (piece[0] == 'm' ? "l" : "L") + rest.TrimStart(' ', ',') : rest);
    }

    [GeneratedRegex("<path[^>]*? d=\"([^\"]+)\"[^>]*/>")]
    private static partial Regex PathElement();

    [GeneratedRegex("((?:fill|stroke|stop-color)=\")(#[0-9a-fA-F]{6}|#[0-9a-fA-F]{3})\"")]
    private static partial Regex HexColour();

    [GeneratedRegex(@"^[mM][\s,]*[-+]?(\d*\.\d+|\d+\.?)(e[-+]?\d+)?[\s,]*[-+]?(\d*\.\d+|\d+\.?)(e[-+]?\d+)?")]
    private static partial Regex MoveCommand();
}
