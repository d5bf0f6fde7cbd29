using Atelier.Language.Manuscripts;

namespace Atelier.Language.Cast.Quoting;

/// <summary>The marks around a text's speech.</summary>
internal enum QuoteStyle
{
    /// <summary>“Curly”, "straight" or «guillemets».</summary>
    Double,

    /// <summary>‘Curly’ or 'straight', as British printers do; apostrophes look the same.</summary>
    Single,

    /// <summary>— A dash at the head of the paragraph.</summary>
    Dash,
}

internal static class QuoteStyles
{
    // A novel's habits show within its first few chapters; some begin with pages of narration.
    private const int Sample = 4_000_000;

    public static QuoteStyle Of(Manuscript manuscript, CancellationToken ct)
    {
        var text = manuscript.Text;
        var (doubles, singles, dashes, seen) = (0, 0, 0, 0);
        foreach (var paragraph in manuscript.Paragraphs)
        {
            ct.ThrowIfCancellationRequested();
            if ((seen += paragraph.Length) > Sample)
                break;
            var words = text.AsSpan(paragraph.Start, paragraph.Length);
            if (words[0] is '—' or '―' || words.StartsWith("--"))
                dashes++;
            for (var at = paragraph.Start; at < paragraph.End; at++)
                switch (text[at])
                {
                    case '“' or '«':
                        doubles += 2;
                        break;
                    case '"':
                        doubles++;
                        break;
                    case '‘' or '\'' when SingleQuotes.Opens(text, at, paragraph):
                        singles += 2;
                        break;
                }
        }
        if (dashes * 2 > doubles && dashes * 2 > singles && dashes * 20 > manuscript.Paragraphs.Count)
            return QuoteStyle.Dash;
        return singles > doubles ? QuoteStyle.Single : QuoteStyle.Double;
    }
}
