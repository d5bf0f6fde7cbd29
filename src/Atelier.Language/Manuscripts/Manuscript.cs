namespace Atelier.Language.Manuscripts;

/// <summary>A text and its parts. Offsets are UTF-16 units of <see cref="Text"/>.</summary>
public sealed class Manuscript
{
    private Manuscript(
        string text,
        IReadOnlyList<Chapter> chapters,
        IReadOnlyList<TextSpan> paragraphs,
        bool sentenceLines
    )
    {
        Text = text;
        Chapters = chapters;
        Paragraphs = paragraphs;
        SentenceLines = sentenceLines;
    }

    public string Text { get; }

    /// <summary>In order, without gaps between the first and the last paragraph; one without a title when none is marked.</summary>
    public IReadOnlyList<Chapter> Chapters { get; }

    /// <summary>In order; none is empty, starts or ends in white space, or is longer than 20,000 units.</summary>
    public IReadOnlyList<TextSpan> Paragraphs { get; }

    /// <summary>The text has one sentence a line and no sign of its paragraphs, as annotated corpora do.</summary>
    internal bool SentenceLines { get; }

    /// <summary>Reads plain text: paragraphs from blank lines, indents or lines, chapters from their headings.</summary>
    public static Manuscript Read(string text, CancellationToken ct)
    {
        var lines = new Lines(text, GutenbergFrame.Body(text));
        var layout = LayoutGuess.Of(text, lines, ct);
        var paragraphs = ParagraphReader.Read(text, lines, layout, ct);
        return new(text, ChapterReader.Read(text, paragraphs), paragraphs, layout.Kind == LayoutKind.Sentences);
    }

    /// <summary>Takes over the parts that a structured format knows.</summary>
    public static Manuscript Of(string text, IReadOnlyList<Chapter> chapters, IReadOnlyList<TextSpan> paragraphs)
    {
        var pieces = new List<TextSpan>(paragraphs.Count);
        foreach (var paragraph in paragraphs)
            ParagraphReader.AddInPieces(text, paragraph, pieces);
        if (chapters.Count == 0)
            chapters = [new Chapter(1, null, new(0, text.Length))];
        return new(text, chapters, pieces, sentenceLines: false);
    }
}
