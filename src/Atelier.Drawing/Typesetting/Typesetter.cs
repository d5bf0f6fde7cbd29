namespace Atelier.Drawing.Typesetting;

/// <summary>Breaks text into lines of good shape and sets them. Text is cleaned first, see <see cref="Legible"/>.</summary>
public static class Typesetter
{
    // In ems: how far a line reaches above and below its baseline to the eye; accents may stand a little higher.
    private const double Ascent = 0.80;
    private const double Descent = 0.24;
    private const double ParagraphGap = 0.45; // of a line

    /// <param name="size">Font size; all lengths share its unit (points on a page).</param>
    /// <param name="maxWidth">No line is wider; a longer word is cut.</param>
    /// <param name="lineHeight">Distance of baselines as a multiple of the size, about 1.4.</param>
    public static TextBlock Set(
        string text,
        Typeface face,
        double size,
        double maxWidth,
        double lineHeight,
        TextAlign align = TextAlign.Start
    ) => SetClean(Legible.Clean(text, face).Text, face, size, maxWidth, lineHeight, align);

    /// <summary>
    /// The largest size from <paramref name="maxSize"/> down to <paramref name="minSize"/> at which the text fits and no
    /// word is cut. Text too long even for the smallest gets smaller still: nothing ever leaves its box.
    /// </summary>
    public static TextBlock Fit(
        string text,
        Typeface face,
        double minSize,
        double maxSize,
        double maxWidth,
        double maxHeight,
        double lineHeight,
        TextAlign align = TextAlign.Start
    )
    {
        var clean = Legible.Clean(text, face).Text;
        for (var size = maxSize; size >= minSize; size -= 0.5)
        {
            var block = SetClean(clean, face, size, maxWidth, lineHeight, align);
            if (block.Height <= maxHeight && !block.BrokenWords)
                return block;
        }

        for (var size = minSize; ; size *= 0.93)
        {
            var block = SetClean(clean, face, size, maxWidth, lineHeight, align);
            if (block.Height <= maxHeight || size < 0.5)
                return block;
        }
    }

    private static TextBlock SetClean(
        string text,
        Typeface face,
        double size,
        double maxWidth,
        double lineHeight,
        TextAlign align
    )
    {
        var paragraphs = text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(paragraph => (Text: paragraph, RightToLeft: Legible.RunsRightToLeft(paragraph)))
            .ToArray();
        var lines = new List<TextLine>();
        var baseline = Ascent * size;
        var broken = false;
        foreach (var (paragraph, rightToLeft) in paragraphs)
        {
            var measure = new LineMeasure(face, size, paragraph);
            var words = Words.Of(paragraph, measure, maxWidth, out var cut);
            broken |= cut;
            if (lines.Count > 0)
                baseline += ParagraphGap * lineHeight * size;
            foreach (var line in LineBreaker.Break(words, measure, maxWidth))
            {
                lines.Add(new TextLine(line, 0, baseline, measure.Width(line), rightToLeft));
                baseline += lineHeight * size;
            }
        }

        if (lines.Count == 0)
            return new TextBlock([], 0, 0, size, face, align, false);
        var width = lines.Max(line => line.Width);
        var height = baseline - lineHeight * size + Descent * size;
        var placed = lines.Select(line => line with { X = Indent(line, width, align) }).ToArray();
        return new TextBlock(placed, width, height, size, face, align, broken);
    }

    private static double Indent(TextLine line, double width, TextAlign align) =>
        (align, line.RightToLeft) switch
        {
            (TextAlign.Centre, _) => (width - line.Width) / 2,
            (_, true) => width - line.Width,
            _ => 0,
        };
}
