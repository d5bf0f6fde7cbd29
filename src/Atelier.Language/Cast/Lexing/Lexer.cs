using Atelier.Language.Cast.Quoting;
using Atelier.Language.Manuscripts;

namespace Atelier.Language.Cast.Lexing;

/// <summary>
/// Cuts one block after the other into tokens, into the same buffer, and knows which of them stand inside quotations.
/// Blocks must come in the order of the text.
/// </summary>
internal sealed class Lexer(string text, Vocabulary words, IReadOnlyList<QuoteSpan> quotes)
{
    private Piece[] _tokens = new Piece[1024];
    private int _count;
    private int _quote;
    private bool _open;
    private bool _sentence;

    public ReadOnlySpan<Piece> Read(TextSpan block)
    {
        _count = 0;
        _sentence = true;
        while (_quote < quotes.Count && quotes[_quote].Span.End <= block.Start)
            _quote++;
        _open = _quote < quotes.Count && quotes[_quote].Span.Start < block.Start;
        for (var at = block.Start; at < block.End; )
        {
            at = Boundary(at);
            if (at < block.End)
                at = Next(at, block.End);
        }
        if (_open && quotes[_quote].Span.End <= block.End)
            Boundary(block.End);
        return _tokens.AsSpan(0, _count);
    }

    /// <summary>Opens or closes a quotation that begins or ends here.</summary>
    private int Boundary(int at)
    {
        if (_open && at >= quotes[_quote].Span.End)
        {
            _open = false;
            Add(at, 0, ~_quote++, Mark.Close);
        }
        if (!_open && _quote < quotes.Count && at >= quotes[_quote].Span.Start)
        {
            Add(at, 0, ~_quote, Mark.Open);
            (_open, _sentence) = (true, true);
        }
        return at;
    }

    private int Next(int at, int end)
    {
        var c = text[at];
        if (char.IsLetterOrDigit(c))
            return Word(at, end);
        switch (c)
        {
            case ',' or '(' or ')' or '[' or ']':
                return Add(at, 1, 0, c == ',' ? Mark.Comma : Mark.Other);
            case '.' when at + 1 < end && text[at + 1] == '.':
                while (at + 1 < end && text[at + 1] == '.')
                    at++;
                return Add(at, 1, 0, Mark.Dash);
            case '.' or '!' or '?':
                Add(at, 1, -c, Mark.Stop);
                _sentence = true;
                return at + 1;
            case ':' or ';':
                return Add(at, 1, 0, c == ':' ? Mark.Colon : Mark.Semicolon);
            case '—' or '–' or '…' or '―':
                return Add(at, 1, 0, Mark.Dash);
            case '-' when at + 1 < end && text[at + 1] == '-':
                return Add(at, 2, 0, Mark.Dash);
            case '\''
            or '’' when at + 1 < end && text[at + 1] is 's' or 'S' && !(at + 2 < end && char.IsLetter(text[at + 2])):
                return Add(at, 2, 0, Mark.Possessive);
        }
        return at + 1;
    }

    private int Word(int at, int end)
    {
        var to = at + 1;
        for (; to < end; to++)
        {
            var c = text[to];
            if (char.IsLetterOrDigit(c))
                continue;
            if (to + 1 >= end || !char.IsLetter(text[to + 1]))
                break;
            // O'Brien and D'Artagnan are one word; "he'll" and "Pip's" are two.
            var joins = c == '-' || (c is '\'' or '’' && to == at + 1 && char.IsUpper(text[to + 1]));
            if (!joins)
                break;
        }
        var written = text.AsSpan(at, to - at);
        var id = words.Id(written);
        var next = to;
        if (to < end && text[to] == '.' && IsShortened(written, id))
            next++;
        Add(at, next - at, id, Mark.Word, Written(written));
        _sentence = false;
        return next;
    }

    private bool IsShortened(ReadOnlySpan<char> written, int id) =>
        words.Is(id, WordClass.Abbreviation) || (written.Length == 1 && char.IsUpper(written[0]) && written[0] != 'I');

    private Look Written(ReadOnlySpan<char> word)
    {
        var look = _sentence ? Look.SentenceStart : Look.None;
        if (!char.IsUpper(word[0]))
            return look;
        look |= Look.Capital;
        return word.Length > 1 && !word.ContainsAnyInRange('a', 'z') ? look | Look.AllCapitals : look;
    }

    private int Add(int at, int length, int word, Mark mark, Look look = Look.None)
    {
        if (_count == _tokens.Length)
            Array.Resize(ref _tokens, _count * 2);
        _tokens[_count++] = new(at, length, word, mark, _open ? look | Look.Quoted : look);
        return at + length;
    }
}
