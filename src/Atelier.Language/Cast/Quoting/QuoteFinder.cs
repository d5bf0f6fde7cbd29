using Atelier.Language.Manuscripts;

namespace Atelier.Language.Cast.Quoting;

/// <summary>Finds what is said, paragraph by paragraph. A speech over several paragraphs is one quotation.</summary>
internal sealed class QuoteFinder
{
    // A tale told inside a tale can go on for chapters, each paragraph opened again; it is handed out in such portions.
    private const int Longest = 40_000;

    private readonly Manuscript _manuscript;
    private readonly string _text;
    private readonly QuoteStyle _style;
    private readonly List<QuoteSpan> _found = [];
    private int _start = -1;
    private int _fresh = -1; // where this paragraph's own text may begin inside an open quotation
    private bool _continues;

    private QuoteFinder(Manuscript manuscript, QuoteStyle style) =>
        (_manuscript, _text, _style) = (manuscript, manuscript.Text, style);

    public static IReadOnlyList<QuoteSpan> Find(Manuscript manuscript, CancellationToken ct)
    {
        var style = QuoteStyles.Of(manuscript, ct);
        if (style == QuoteStyle.Dash)
            return DashSpeech.Find(manuscript, ct);
        var finder = new QuoteFinder(manuscript, style);
        var paragraphs = manuscript.Paragraphs;
        for (var i = 0; i < paragraphs.Count; i++)
        {
            if (i % 256 == 0)
                ct.ThrowIfCancellationRequested();
            finder.Read(paragraphs[i]);
            finder.LeaveParagraph(paragraphs[i], i + 1 < paragraphs.Count ? paragraphs[i + 1] : null);
        }
        return finder._found;
    }

    private void Read(TextSpan paragraph)
    {
        for (var at = paragraph.Start; at < paragraph.End; at++)
        {
            var marks = _text.AsSpan(at, paragraph.End - at);
            var next = _style == QuoteStyle.Double ? marks.IndexOfAny("\"“”«»") : marks.IndexOfAny("'‘’");
            if (next < 0)
                return;
            at += next;
            if (_start < 0 ? Opens(at, paragraph) : at == _fresh)
            {
                if (_start < 0)
                    (_start, _continues) = (at, false);
            }
            else if (_start >= 0 && Closes(at, paragraph))
                Close(at + 1, paragraph);
        }
    }

    private bool Opens(int at, TextSpan paragraph) =>
        _style == QuoteStyle.Single
            ? SingleQuotes.Opens(_text, at, paragraph)
            : _text[at] switch
            {
                '“' or '«' => true,
                '"' => at == paragraph.Start || !(Touches(at - 1) && !(at + 1 < paragraph.End && Touches(at + 1))),
                _ => false,
            };

    private bool Closes(int at, TextSpan paragraph) =>
        _style == QuoteStyle.Single
            ? _text[at] != '‘' && SingleQuotes.Closes(_text, at, paragraph)
            : _text[at] is '”' or '»' || (_text[at] == '"' && !(_manuscript.SentenceLines && at == paragraph.Start));

    private bool Touches(int at) => !char.IsWhiteSpace(_text[at]) && _text[at] is not ('—' or '-' or '(');

    private void Close(int end, TextSpan paragraph)
    {
        var span = new TextSpan(_start, end);
        if (!ScareQuotes.Is(_text, span, paragraph))
            _found.Add(new(span, _continues));
        _start = _fresh = -1;
    }

    /// <summary>An open quotation goes on where the next paragraph opens it again, or where lines are only sentences.</summary>
    private void LeaveParagraph(TextSpan paragraph, TextSpan? next)
    {
        _fresh = -1;
        if (_start < 0)
            return;
        var reopened = next is { } follows && (_manuscript.SentenceLines || IsMark(_text[follows.Start]));
        if (reopened && paragraph.End - _start < Longest)
        {
            _fresh = next!.Value.Start;
            return;
        }
        _found.Add(new(new(_start, paragraph.End), _continues));
        (_start, _continues) = reopened ? (next!.Value.Start, true) : (-1, false);
        _fresh = _start;
    }

    private bool IsMark(char c) => _style == QuoteStyle.Double ? c is '"' or '“' or '«' : c is '\'' or '‘';
}
