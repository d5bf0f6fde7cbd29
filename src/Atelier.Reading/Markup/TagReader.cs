namespace Atelier.Reading.Markup;

/// <summary>
/// Reads XML piece by piece, right or wrong. It knows no document type and no entity but HTML's own names, so there is
/// nothing to expand and nothing to fetch; whatever is not well-formed is read as what it most likely means, and noted.
/// </summary>
internal sealed class TagReader(string text)
{
    private readonly List<KeyValuePair<string, string>> _attributes = [];
    private int _at;
    private string? _closeNext;

    /// <summary>As written, with its prefix.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Of a piece of text, with entities resolved.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Whether the text stood in a CDATA section.</summary>
    public bool Literal { get; private set; }

    public IReadOnlyList<KeyValuePair<string, string>> Attributes => _attributes;
    public SortedSet<string> Repairs { get; } = new(StringComparer.Ordinal);

    public TagKind Read()
    {
        if (_closeNext is { } closed)
        {
            (Name, _closeNext) = (closed, null);
            return TagKind.Close;
        }
        while (_at < text.Length)
        {
            if (text[_at] != '<')
                return ReadText();
            var rest = text.AsSpan(_at);
            if (rest.StartsWith("<!--"))
                Skip("-->", 4, "A comment is not closed.");
            else if (rest.StartsWith("<![CDATA["))
                return ReadLiteral();
            else if (rest.StartsWith("<?"))
                Skip("?>", 2, "A processing instruction is not closed.");
            else if (rest.StartsWith("<!"))
                SkipDeclaration();
            else if (rest.StartsWith("</"))
                return ReadClose();
            else if (rest.Length > 1 && IsNameStart(rest[1]))
                return ReadOpen();
            else
                return ReadText();
        }
        return TagKind.End;
    }

    private TagKind ReadText()
    {
        // A lone "<" that begins no tag is text.
        var end = text.IndexOf('<', _at + 1);
        while (
            end >= 0 && end + 1 < text.Length && !IsNameStart(text[end + 1]) && text[end + 1] is not ('/' or '!' or '?')
        )
            end = text.IndexOf('<', end + 1);
        if (end < 0)
            end = text.Length;
        if (text[_at] == '<')
            Repairs.Add("A less-than sign is not escaped.");
        (Text, Literal) = (Entities.Resolve(text.AsSpan(_at, end - _at), Repairs), false);
        _at = end;
        return TagKind.Text;
    }

    private TagKind ReadLiteral()
    {
        const int opening = 9;
        var end = text.IndexOf("]]>", _at, StringComparison.Ordinal);
        if (end < 0)
        {
            Repairs.Add("A CDATA section is not closed.");
            (Text, _at) = (_at + opening <= text.Length ? text[(_at + opening)..] : "", text.Length);
        }
        else
            (Text, _at) = (text[(_at + opening)..end], end + 3);
        Literal = true;
        return TagKind.Text;
    }

    private TagKind ReadClose()
    {
        _at += 2;
        Name = ReadName();
        var end = text.AsSpan(_at).IndexOfAny('>', '<');
        if (end < 0 || text[_at + end] == '<')
            Repairs.Add("A closing tag is cut off.");
        _at =
            end < 0 ? text.Length
            : text[_at + end] == '>' ? _at + end + 1
            : _at + end;
        return TagKind.Close;
    }

    private TagKind ReadOpen()
    {
        _at++;
        _attributes.Clear();
        Name = ReadName();
        while (true)
        {
            SkipSpace();
            if (_at >= text.Length)
            {
                Repairs.Add("The last tag is cut off.");
                return TagKind.Open;
            }
            switch (text[_at])
            {
                case '>':
                    _at++;
                    return TagKind.Open;
                case '<':
                    Repairs.Add("A tag is cut off.");
                    return TagKind.Open;
                case '/':
                    _at++;
                    if (_at < text.Length && text[_at] == '>')
                    {
                        _at++;
                        _closeNext = Name;
                        return TagKind.Open;
                    }
                    break;
                default:
                    ReadAttribute();
                    break;
            }
        }
    }

    private void ReadAttribute()
    {
        var start = _at;
        while (_at < text.Length && !char.IsWhiteSpace(text[_at]) && text[_at] is not ('=' or '>' or '/' or '<'))
            _at++;
        var name = text[start.._at];
        SkipSpace();
        if (_at >= text.Length || text[_at] != '=')
        {
            Repairs.Add("An attribute has no value.");
            Add(name, "");
            return;
        }
        _at++;
        SkipSpace();
        if (_at < text.Length && text[_at] is '"' or '\'')
        {
            var end = text.IndexOf(text[_at], _at + 1);
            if (end < 0)
            {
                Repairs.Add("A quoted value is not closed.");
                end = text.AsSpan(_at).IndexOf('>') is var close and >= 0 ? _at + close : text.Length;
            }
            Add(name, Entities.Resolve(text.AsSpan(Math.Min(_at + 1, end)..end), Repairs));
            _at = end < text.Length && text[end] != '>' ? end + 1 : end;
            return;
        }
        Repairs.Add("A value is not quoted.");
        start = _at;
        while (_at < text.Length && !char.IsWhiteSpace(text[_at]) && text[_at] is not ('>' or '<'))
            _at++;
        Add(name, Entities.Resolve(text.AsSpan(start.._at), Repairs));
    }

    private void Add(string name, string value)
    {
        const int most = 200;
        if (_attributes.Count < most && name.Length > 0)
            _attributes.Add(new(name, value));
    }

    private string ReadName()
    {
        var start = _at;
        while (_at < text.Length && !char.IsWhiteSpace(text[_at]) && text[_at] is not ('>' or '/' or '<' or '='))
            _at++;
        return text[start.._at];
    }

    private void Skip(string end, int opening, string repair)
    {
        var found = _at + opening <= text.Length ? text.IndexOf(end, _at + opening, StringComparison.Ordinal) : -1;
        if (found < 0)
            Repairs.Add(repair);
        _at = found < 0 ? text.Length : found + end.Length;
    }

    /// <summary>A document type is passed over with all that it declares: it is neither obeyed nor fetched.</summary>
    private void SkipDeclaration()
    {
        var depth = 0;
        for (_at += 2; _at < text.Length; _at++)
            switch (text[_at])
            {
                case '[':
                    depth++;
                    break;
                case ']':
                    depth--;
                    break;
                case '"' or '\'' when text.IndexOf(text[_at], _at + 1) is var end and > 0:
                    _at = end;
                    break;
                case '<' when text.AsSpan(_at).StartsWith("<!--"):
                    Skip("-->", 4, "A comment is not closed.");
                    _at--;
                    break;
                case '>' when depth <= 0:
                    _at++;
                    return;
            }
        Repairs.Add("A declaration is not closed.");
    }

    private void SkipSpace()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
            _at++;
    }

    private static bool IsNameStart(char c) => char.IsLetter(c) || c is '_' or ':';
}
