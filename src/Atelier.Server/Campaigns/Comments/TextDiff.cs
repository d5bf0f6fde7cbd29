using System.Text;

namespace Atelier.Campaigns.Comments;

/// <param name="Kind">same, added or removed.</param>
internal sealed record DiffPiece(string Kind, string Text);

/// <summary>What changed between two versions, word by word.</summary>
internal static class TextDiff
{
    public static IReadOnlyList<DiffPiece> Of(string before, string after)
    {
        var (a, b) = (Pieces(before), Pieces(after));
        var common = new int[a.Count + 1, b.Count + 1];
        for (var i = a.Count - 1; i >= 0; i--)
        for (var j = b.Count - 1; j >= 0; j--)
            common[i, j] = a[i] == b[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        var diff = new List<(string Kind, StringBuilder Text)>();
        var (x, y) = (0, 0);
        while (x < a.Count || y < b.Count)
            if (x < a.Count && y < b.Count && a[x] == b[y])
                (x, y) = (x + 1, y + Add("same", b[y]));
            else if (x < a.Count && (y == b.Count || common[x + 1, y] >= common[x, y + 1]))
                x += Add("removed", a[x]);
            else
                y += Add("added", b[y]);
        return [.. diff.Select(piece => new DiffPiece(piece.Kind, piece.Text.ToString()))];

        int Add(string kind, string text)
        {
            if (diff.Count == 0 || diff[^1].Kind != kind)
                diff.Add((kind, new()));
            diff[^1].Text.Append(text);
            return 1;
        }
    }

    /// <summary>Words with the spaces behind them.</summary>
    private static List<string> Pieces(string text)
    {
        var pieces = new List<string>();
        var start = 0;
        for (var i = 1; i <= text.Length; i++)
            if (i == text.Length || char.IsWhiteSpace(text[i - 1]) && !char.IsWhiteSpace(text[i]))
            {
                pieces.Add(text[start..i]);
                start = i;
            }
        return pieces;
    }
}
