using Atelier.Language.Manuscripts;

namespace Atelier.Language.Cast.Quoting;

/// <summary>Tells single quotation marks from apostrophes.</summary>
internal static class SingleQuotes
{
    /// <summary>Words that drop their first letters: 'tis, 'em.</summary>
    private static readonly string[] Clipped =
    [
        "tis",
        "twas",
        "twere",
        "twill",
        "twould",
        "tisn",
        "em",
        "ee",
        "er",
        "im",
        "ave",
        "ad",
        "un",
        "bout",
        "cause",
        "cept",
        "n",
        "gainst",
        "neath",
        "tween",
        "til",
        "till",
        "round",
        "pon",
        "nuff",
        "ouse",
        "ome",
        "ere",
        "eard",
        "ow",
        "alf",
        "is",
        "e",
        "d",
        "s",
    ];

    public static bool Opens(string text, int at, TextSpan paragraph)
    {
        var before = at > paragraph.Start ? text[at - 1] : ' ';
        if (!char.IsWhiteSpace(before) && before is not ('(' or '—' or '-' or '"' or '“' or '_' or '['))
            return false;
        var next = at + 1 < paragraph.End ? text[at + 1] : ' ';
        if (text[at] == '‘')
            return true;
        if (next == ' ') // cut into words by blanks: a closing mark follows punctuation
            return at + 2 < paragraph.End && char.IsUpper(text[at + 2]) && !EndsSpeech(text, at, paragraph.Start);
        if (next is '"' or '“' or '_' or '—' or '-')
            return true;
        return char.IsLetterOrDigit(next) && !IsClipped(text, at + 1, paragraph.End);
    }

    public static bool Closes(string text, int at, TextSpan paragraph)
    {
        if (at + 1 < paragraph.End && char.IsLetterOrDigit(text[at + 1]))
            return false;
        return EndsSpeech(text, at, paragraph.Start);
    }

    private static bool EndsSpeech(string text, int at, int start)
    {
        var before = at - 1;
        while (before > start && text[before] is ' ' or '_')
            before--;
        if (before < start)
            return false;
        return text[before]
            is '.'
                or ','
                or '!'
                or '?'
                or ';'
                or ':'
                or '—'
                or '–'
                or '-'
                or '…'
                or '"'
                or '”'
                or ')'
                or '*';
    }

    private static bool IsClipped(string text, int at, int end)
    {
        var to = at;
        while (to < end && char.IsLetter(text[to]))
            to++;
        var word = text.AsSpan(at, to - at);
        // 'Is and 'Ow may well open a question; a small letter after the mark seldom does.
        if (
            char.IsUpper(word.Length > 0 ? word[0] : ' ')
            && word is not ("Tis" or "Twas" or "Twere" or "Twill" or "Twould" or "Em" or "Ee")
        )
            return false;
        foreach (var clipped in Clipped)
            if (word.Equals(clipped, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }
}
