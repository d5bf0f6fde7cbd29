using System.Text;
using Atelier.Library.Documents;
using Atelier.Library.Reading;

namespace Atelier.Library.Indexing;

/// <summary>What search finds: a few paragraphs of one chapter.</summary>
/// <param name="Heading">The chapter's title, where the passage is its first.</param>
internal sealed record Passage(int Chapter, string? Heading, int? Page, int Start, int End, string Body);

/// <summary>
/// Cuts a text into passages of about 1.2 KB, between paragraphs where it can and inside very long ones where it must.
/// Whole books would lose the places of their words: PostgreSQL keeps no more than 16,383 of them.
/// </summary>
internal sealed class PassageCutter(IReadOnlyList<DocumentChapter> chapters, IReadOnlyList<PageAnchor> pages)
{
    private const int Enough = 1200;
    private const int TooMuch = 1800;

    private readonly StringBuilder _body = new();
    private int _start;
    private int _end;
    private int _chapter;
    private int _page;
    private int _headingOf = -1;
    private bool _isBetween;

    public IEnumerable<Passage> Cut(IEnumerable<TextPiece> pieces)
    {
        foreach (var piece in pieces)
        {
            if (_body.Length > 0 && (BeginsChapter(piece.Start) || _body.Length + piece.Text.Length > TooMuch))
                yield return Take();
            foreach (var part in Parts(piece))
            {
                Add(part);
                if (_body.Length >= Enough)
                    yield return Take();
            }
        }
        if (_body.Length > 0)
            yield return Take();
    }

    /// <summary>A piece that is too long for one passage, sentence by sentence or so.</summary>
    private static IEnumerable<TextPiece> Parts(TextPiece piece)
    {
        var (at, start) = (0, piece.Start);
        while (piece.Text.Length - at > TooMuch)
        {
            var cut = at + CutAt(piece.Text.AsSpan(at, Enough));
            var text = piece.Text[at..cut];
            var length = StoredText.CodePoints(text);
            yield return new(start, text, length, EndsParagraph: false);
            (at, start) = (cut, start + length);
        }
        yield return at == 0
            ? piece
            : piece with
            {
                Start = start,
                Text = piece.Text[at..],
                Length = piece.End - start,
            };
    }

    private static int CutAt(ReadOnlySpan<char> text)
    {
        foreach (var ends in (string[])[". ", "! ", "? ", "\n", " "])
            if (text.LastIndexOf(ends, StringComparison.Ordinal) is var at && at > text.Length / 2)
                return at + ends.Length;
        return char.IsHighSurrogate(text[^1]) ? text.Length - 1 : text.Length;
    }

    private bool BeginsChapter(int start) => _chapter + 1 < chapters.Count && chapters[_chapter + 1].Start <= start;

    private void Add(TextPiece piece)
    {
        if (_body.Length == 0)
            _start = piece.Start;
        else if (_isBetween)
            _body.Append("\n\n");
        _body.Append(piece.Text);
        (_end, _isBetween) = (piece.End, piece.EndsParagraph);
    }

    private Passage Take()
    {
        while (BeginsChapter(_start))
            _chapter++;
        while (_page + 1 < pages.Count && pages[_page + 1].Start <= _start)
            _page++;
        int? page = pages.Count > 0 && pages[_page].Start <= _start ? pages[_page].Number : null;
        var isFirst = chapters.Count > 0 && _headingOf != _chapter && chapters[_chapter].Start <= _start;
        if (isFirst)
            _headingOf = _chapter;
        var passage = new Passage(
            chapters.Count > 0 ? chapters[_chapter].Number : 1,
            isFirst ? chapters[_chapter].Title : null,
            page,
            _start,
            _end,
            _body.ToString()
        );
        _body.Clear();
        return passage;
    }
}
