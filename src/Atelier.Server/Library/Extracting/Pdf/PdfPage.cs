using System.Text;

namespace Atelier.Library.Extracting.Pdf;

/// <param name="Lines">Trimmed; empty ones part paragraphs.</param>
internal sealed record PdfPage(int Number, IReadOnlyList<string> Lines, int Letters)
{
    /// <summary>Ligatures and other forms of letters become the letters they are: poppler leaves them as drawn.</summary>
    public static PdfPage Of(int number, string text)
    {
        var lines = new List<string>();
        var letters = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var plain = line.Trim().ToString().Normalize(NormalizationForm.FormKC);
            letters += plain.Count(char.IsLetter);
            lines.Add(plain);
        }
        return new(number, lines, letters);
    }
}
