using System.Globalization;
using System.Text;

namespace Atelier.Drawing.Composition;

/// <summary>Text and numbers as XML may hold them.</summary>
internal static class Xml
{
    /// <summary>Escaped; what XML 1.0 forbids (control characters, lone surrogates) is left out.</summary>
    public static string Text(string text)
    {
        var safe = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                safe.Append(c).Append(text[++i]);
            else if (char.IsSurrogate(c) || c is '\uFFFE' or '\uFFFF' || (c < ' ' && c is not ('\t' or '\n' or '\r')))
                continue;
            else
                safe.Append(
                    c switch
                    {
                        '<' => "&lt;",
                        '>' => "&gt;",
                        '&' => "&amp;",
                        '"' => "&quot;",
                        _ => c.ToString(),
                    }
                );
        }
        return safe.ToString();
    }

    public static string Number(double value) => Math.Round(value, 2).ToString(CultureInfo.InvariantCulture);
}
