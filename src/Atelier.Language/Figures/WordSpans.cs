namespace Atelier.Language.Figures;

/// <summary>
/// The words of a text without a copy of any: letters and digits with the apostrophes and hyphens between them. For
/// counting; <see cref="Tokenizer"/> knows more about abbreviations.
/// </summary>
internal ref struct WordSpans(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _at;

    public ReadOnlySpan<char> Current { get; private set; }

    /// <summary>Where <see cref="Current"/> begins.</summary>
    public int Start { get; private set; }

    public readonly WordSpans GetEnumerator() => this;

    public bool MoveNext()
    {
        while (_at < _text.Length && !char.IsLetterOrDigit(_text[_at]) && !char.IsSurrogate(_text[_at]))
            _at++;
        if (_at == _text.Length)
            return false;
        Start = _at;
        while (_at < _text.Length && (IsInside(_text[_at]) || Joins()))
            _at++;
        Current = _text[Start.._at];
        return true;
    }

    private static bool IsInside(char c) =>
        char.IsLetterOrDigit(c)
        || char.IsSurrogate(c)
        || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark;

    private readonly bool Joins() =>
        _text[_at] is '\'' or '’' or '-' or '‐' or '‑'
        && _at + 1 < _text.Length
        && char.IsLetterOrDigit(_text[_at + 1]);
}
