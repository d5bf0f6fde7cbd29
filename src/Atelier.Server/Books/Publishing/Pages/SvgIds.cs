using System.Text.RegularExpressions;

namespace Atelier.Books.Publishing.Pages;

/// <summary>Gives a fragment's ids a prefix, so that several can stand in one document.</summary>
internal static partial class SvgIds
{
    public static string Prefix(string svg, string prefix) =>
        Reference().Replace(svg, match => match.Groups[1].Value + prefix + match.Groups[2].Value);

    [GeneratedRegex("""((?<=\s)id="|url\(#|href="#)([^")]+)""")]
    private static partial Regex Reference();
}
