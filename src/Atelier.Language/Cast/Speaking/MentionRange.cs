using System.Runtime.InteropServices;

namespace Atelier.Language.Cast.Speaking;

/// <summary>Mentions stand in the order of the text, so a part of a block is found without going through all of it.</summary>
internal static class MentionRange
{
    /// <summary>The place of the first mention that begins at this token or later.</summary>
    public static int From(this List<Mention> mentions, int token)
    {
        var (low, high) = (0, mentions.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (mentions[middle].First < token)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>Those that begin between two tokens, the second excluded.</summary>
    public static ReadOnlySpan<Mention> Between(this List<Mention> mentions, int from, int to)
    {
        var start = mentions.From(from);
        return CollectionsMarshal.AsSpan(mentions)[start..Math.Max(start, mentions.From(to))];
    }
}
