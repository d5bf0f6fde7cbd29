namespace Atelier.Language.Figures;

/// <summary>
/// Counts words between quotation marks. Double and single marks are counted apart: where a book uses single ones for
/// speech, apostrophes look like them and double ones are rare.
/// </summary>
internal sealed class SpeechMeter
{
    private int _words;
    private int _inDouble;
    private int _inSingle;
    private bool _isDouble;
    private bool _isSingle;
    private char _closing;

    public void Word()
    {
        _words++;
        _inDouble += _isDouble ? 1 : 0;
        _inSingle += _isSingle ? 1 : 0;
    }

    /// <param name="gap">What stands between two words.</param>
    public void Pass(ReadOnlySpan<char> gap)
    {
        for (var i = 0; i < gap.Length; i++)
        {
            var c = gap[i];
            if (_isDouble)
                _isDouble = c != _closing;
            else if (ClosingOf(c) is { } closing)
                (_isDouble, _closing) = (true, closing);
            else if (_isSingle && c == '’')
                _isSingle = false; // an apostrophe inside a word is no gap
            else if (c == '‘')
                _isSingle = true;
        }
    }

    /// <summary>Speech that goes on in the next paragraph begins with a mark of its own there.</summary>
    public void EndParagraph() => _isDouble = _isSingle = false;

    public DialogueFigures Finish()
    {
        var isSingle = _inSingle > _inDouble * 2;
        var inside = isSingle ? _inSingle : _inDouble;
        return new(
            _words == 0 ? 0 : Math.Round((double)inside / _words, 3),
            inside,
            inside == 0 ? "none"
                : isSingle ? "single"
                : "double"
        );
    }

    private static char? ClosingOf(char opening) =>
        opening switch
        {
            '"' => '"',
            '“' => '”',
            '„' => '“',
            '«' => '»',
            '»' => '«',
            '「' => '」',
            _ => null,
        };
}
