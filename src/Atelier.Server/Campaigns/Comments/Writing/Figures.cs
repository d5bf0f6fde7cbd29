using Atelier.Campaigns.Comments.Checking;
using Atelier.Language;

namespace Atelier.Campaigns.Comments.Writing;

internal enum FigureKind
{
    Time,
    Share,
    Amount,
}

/// <summary>A number with what it counts, word for word: "19 days", "2.9 percent of organic matter", "20 lettuces".</summary>
internal readonly record struct Figure(string Text, FigureKind Kind);

/// <summary>Finds the figures of a sentence. A number that counts nothing says nothing alone.</summary>
internal sealed class Figures(Lexicon? lexicon, string? language)
{
    private const int LongestMatter = 3;

    private static readonly HashSet<string> Measures = new(
        "percent people children men women feet million billion kg mg cm mm km ml euro franc".Split(' '),
        StringComparer.Ordinal
    );

    private static readonly HashSet<string> Times = new(
        "seconds minutes hours days nights weeks months seasons years secondes heures jours semaines mois années".Split(
            ' '
        ),
        StringComparer.Ordinal
    );

    public IEnumerable<Figure> In(PostSentence sentence)
    {
        for (var i = 0; i < sentence.Words.Count; i++)
        {
            var word = sentence.Words[i];
            if (!word.IsNumber)
                continue;
            var after = word.End - sentence.Start;
            if (Follows(sentence, i) is { } unit && IsUnit(unit.Text))
                yield return new($"{word.Text} {unit.Text}{Matter(sentence, i + 1)}", KindOf(unit.Text));
            else if (after < sentence.Text.Length && sentence.Text[after] == '%')
                yield return new(word.Text + "%", FigureKind.Share);
        }
    }

    /// <summary>A plural or a measure, and not what the number happens to stand before.</summary>
    private bool IsUnit(string word) =>
        word.Length > 1
        && char.IsLower(word[0])
        && (word[^1] is 's' or 'x' || Measures.Contains(word))
        && lexicon?.IsFunctionWord(Wording.Fold(word)) is false;

    /// <summary>"of rain", "of organic matter": taken along where it is plain to see where it ends.</summary>
    private string Matter(PostSentence sentence, int unit)
    {
        if (language != "en" || Follows(sentence, unit) is not { Text: "of" })
            return "";
        var words = new List<string>();
        var at = unit + 1;
        while (
            words.Count < LongestMatter
            && Follows(sentence, at) is { } next
            && char.IsLower(next.Text[0])
            && lexicon?.IsFunctionWord(Wording.Fold(next.Text)) is false
        )
        {
            words.Add(next.Text);
            at++;
        }
        var ends = Follows(sentence, at) is not { } further || further.Text is "and" or "or";
        return words.Count == 1 || words.Count > 1 && ends ? $" of {string.Join(' ', words)}" : "";
    }

    /// <summary>The word behind another one, with nothing but a space between them.</summary>
    private static Token? Follows(PostSentence sentence, int at) =>
        at + 1 < sentence.Words.Count && sentence.Words[at + 1].Start == sentence.Words[at].End + 1
            ? sentence.Words[at + 1]
            : null;

    private static FigureKind KindOf(string unit) =>
        Times.Contains(unit) ? FigureKind.Time
        : unit is "percent" ? FigureKind.Share
        : FigureKind.Amount;
}
