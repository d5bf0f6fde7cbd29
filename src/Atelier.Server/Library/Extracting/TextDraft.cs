using System.Globalization;
using System.Text;
using Atelier.Library.Documents;

namespace Atelier.Library.Extracting;

/// <summary>
/// A text as it is written down: paragraphs of trimmed lines with one blank line between them, in UTF-8, in a file. What
/// has no place in a text is left out on the way: control characters, soft hyphens, byte order marks, half surrogates.
/// </summary>
internal sealed class TextDraft(FileStream file) : IDisposable
{
    public const int MarkEvery = 16_384;
    public const int LongestText = 110_000_000;

    private const int MostNotes = 100;

    private readonly byte[] _bytes = new byte[64 * 1024];
    private readonly List<int> _marks = [];
    private readonly List<(string? Title, int Start)> _chapters = [];
    private readonly List<PageAnchor> _pages = [];
    private readonly List<int> _pagesDue = [];
    private readonly List<Warning> _warnings = [];
    private Gap _gap = Gap.Paragraph;
    private int _used;
    private long _written;
    private char _high;
    private bool _isChapterDue;
    private string? _titleDue;

    private enum Gap
    {
        None,
        Space,
        Line,
        Paragraph,
    }

    /// <summary>In code points.</summary>
    public int Length { get; private set; }

    public string? Title { get; set; }
    public string? Author { get; set; }
    public string? Encoding { get; set; }
    public string? Language { get; set; }
    public int ScannedPages { get; set; }

    public IReadOnlyList<int> Marks => _marks;
    public IReadOnlyList<PageAnchor> Pages => _pages;
    public IReadOnlyList<Warning> Warnings => _warnings;

    public IReadOnlyList<DocumentChapter> Chapters =>
        [
            .. _chapters.Select(
                (chapter, i) =>
                    new DocumentChapter(
                        i + 1,
                        chapter.Title,
                        chapter.Start,
                        i + 1 < _chapters.Count ? _chapters[i + 1].Start : Length
                    )
            ),
        ];

    /// <summary>Runs of blanks become one; a line feed ends a line, two a paragraph.</summary>
    public void Append(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var plain = text.IndexOfAnyExceptInRange('!', '~');
            if (plain < 0)
                plain = text.Length;
            if (plain > 0)
            {
                Plain(text[..plain]);
                text = text[plain..];
                continue;
            }
            Other(text[0]);
            text = text[1..];
        }
    }

    /// <summary>As above, but a line's end is a blank like any other.</summary>
    public void AppendFlow(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny('\n', '\u2028', '\u2029') is var end and >= 0)
        {
            Append(text[..end]);
            Append(" ");
            text = text[(end + 1)..];
        }
        Append(text);
    }

    public void EndLine() => _gap = _gap >= Gap.Line ? Gap.Paragraph : Gap.Line;

    public void EndParagraph() => _gap = Gap.Paragraph;

    public void Paragraph(ReadOnlySpan<char> text)
    {
        EndParagraph();
        Append(text);
        EndParagraph();
    }

    /// <summary>Begins where the next text does.</summary>
    public void Chapter(string? title)
    {
        EndParagraph();
        (_isChapterDue, _titleDue) = (true, Short(title));
    }

    /// <summary>Begins where the next text does; a page without text where the text after it does.</summary>
    public void Page(int number) => _pagesDue.Add(number);

    public void Warn(string code, string message)
    {
        if (_warnings.Count < MostNotes)
            _warnings.Add(new(code, message));
    }

    public void Finish()
    {
        if (_high != default)
            Scalar(Rune.ReplacementChar);
        _pages.AddRange(_pagesDue.Select(page => new PageAnchor(page, Length)));
        _pagesDue.Clear();
        Flush();
        file.Flush();
    }

    public void Dispose() => file.Dispose();

    private static string? Short(string? title)
    {
        var text = string.Join(' ', (title ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        text = text.Replace("\0", "", StringComparison.Ordinal);
        return text.Length == 0 ? null
            : text.Length <= Document.LongestTitle ? text
            : string.Concat(text.AsSpan(0, Document.LongestTitle - 1).TrimEnd(), "…");
    }

    private void Plain(ReadOnlySpan<char> run)
    {
        Begin();
        while (!run.IsEmpty)
        {
            if (_used == _bytes.Length)
                Flush();
            var toMark = MarkEvery - Length % MarkEvery;
            if (toMark == MarkEvery)
                _marks.Add((int)(_written + _used));
            var take = Math.Min(run.Length, Math.Min(toMark, _bytes.Length - _used));
            for (var i = 0; i < take; i++)
                _bytes[_used + i] = (byte)run[i];
            (_used, Length) = (_used + take, Length + take);
            run = run[take..];
        }
        CheckLength();
    }

    private void Other(char c)
    {
        if (char.IsHighSurrogate(c))
        {
            var lone = _high;
            _high = default;
            if (lone != default)
                Visible(Rune.ReplacementChar);
            _high = c;
        }
        else if (char.IsLowSurrogate(c))
        {
            var high = _high;
            _high = default;
            Visible(high == default ? Rune.ReplacementChar : new Rune(high, c));
        }
        else if (c == '\n' || c == '\u2028')
            EndLine();
        else if (c == '\u2029')
            EndParagraph();
        else if (char.IsWhiteSpace(c))
            _gap = _gap < Gap.Space ? Gap.Space : _gap;
        else if (IsVisible(c))
            Visible(new Rune(c));
    }

    private static bool IsVisible(char c) =>
        c is not ('\u00AD' or '\uFEFF' or '\uFFFE' or '\uFFFF')
        && CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.Control;

    private void Visible(Rune rune)
    {
        Begin();
        Scalar(rune);
        CheckLength();
    }

    /// <summary>Puts down what is due before the next visible character.</summary>
    private void Begin()
    {
        if (_high != default)
        {
            _high = default;
            Visible(Rune.ReplacementChar);
        }
        if (_gap is Gap.None && !_isChapterDue && _pagesDue.Count == 0)
            return;
        if (Length > 0)
            for (var feeds = _gap is Gap.Paragraph ? 2 : 1; feeds > 0 && _gap is not Gap.None; feeds--)
                Scalar(new Rune(_gap is Gap.Space ? ' ' : '\n'));
        _gap = Gap.None;
        if (_isChapterDue)
            _chapters.Add((_titleDue, Length));
        _isChapterDue = false;
        foreach (var page in _pagesDue)
            _pages.Add(new(page, Length));
        _pagesDue.Clear();
    }

    private void Scalar(Rune rune)
    {
        if (_bytes.Length - _used < 4)
            Flush();
        if (Length % MarkEvery == 0)
            _marks.Add((int)(_written + _used));
        _used += rune.EncodeToUtf8(_bytes.AsSpan(_used));
        Length++;
    }

    private void CheckLength()
    {
        if (Length > LongestText)
            throw Unreadable.TooLong();
    }

    private void Flush()
    {
        file.Write(_bytes, 0, _used);
        (_written, _used) = (_written + _used, 0);
    }
}
