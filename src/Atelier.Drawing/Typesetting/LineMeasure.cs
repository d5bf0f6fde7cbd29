namespace Atelier.Drawing.Typesetting;

/// <summary>How wide the runs of one paragraph come out at most.</summary>
internal sealed class LineMeasure(Typeface face, double size, string paragraph)
{
    // Summed advances run short of joined and stacked scripts; the reserve keeps them inside their box.
    private readonly double _reserve = face.FacesFor(paragraph).Count > 1 ? 1.06 : 1.004;

    public double Width(string text) => face.Measure(text, size) * _reserve;
}
