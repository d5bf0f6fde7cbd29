using System.Text;

namespace Atelier.JobEngine.Nodes;

/// <summary>Text as PostgreSQL takes it: no NUL, no half of a surrogate pair, and not too long.</summary>
internal static class PlainText
{
    public static string Of(string text, int longest)
    {
        var kept = new StringBuilder(Math.Min(text.Length, longest));
        foreach (var rune in text.EnumerateRunes())
        {
            if (kept.Length + rune.Utf16SequenceLength > longest)
                break;
            kept.Append(rune.Value == 0 ? " " : rune.ToString());
        }
        return kept.ToString();
    }
}
