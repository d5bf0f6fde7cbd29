namespace Atelier.Books.Authoring;

/// <summary>Printable text on one line per paragraph; pages are set as XML, which forbids control characters.</summary>
internal static class PrintableText
{
    public static string Of(string text) =>
        string.Concat(
                text.ReplaceLineEndings("\n")
                    .Where(c => c == '\n' || !char.IsControl(c) && c is not ('\uFFFE' or '\uFFFF'))
            )
            .Trim();
}
