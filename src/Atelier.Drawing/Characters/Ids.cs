using System.Text;

namespace Atelier.Drawing.Characters;

/// <summary>Prefixes for ids inside drawings: one figure of a character stands on a page, so its id keeps them apart.</summary>
internal static class Ids
{
    public static string Prefix(string character, string part)
    {
        var safe = new StringBuilder("c-");
        foreach (var c in character)
            if (char.IsAsciiLetterOrDigit(c))
                safe.Append(c);
            else
                safe.Append('_').Append((int)c).Append('_');
        return safe.Append('-').Append(part).Append('-').ToString();
    }
}
