using System.Globalization;

namespace Atelier.Platform.Files;

/// <summary>
/// Lines of comma-separated values (RFC 4180). A text that a spreadsheet would take for a formula gets an apostrophe in
/// front, which makes the spreadsheet show it as it is.
/// </summary>
internal static class CsvText
{
    private const string Formula = "=+-@\t\r\n|%";

    public static string Line(params ReadOnlySpan<object?> cells)
    {
        var texts = new string[cells.Length];
        for (var i = 0; i < cells.Length; i++)
            texts[i] = Cell(cells[i]);
        return string.Join(',', texts) + "\r\n";
    }

    private static string Cell(object? value) =>
        value switch
        {
            null => "",
            DateTimeOffset time => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            string text => Quoted(
                text.Length > 0 && Formula.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text
            ),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
