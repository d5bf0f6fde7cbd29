using System.Buffers;
using System.Text.RegularExpressions;
using Atelier.Campaigns.Comments.Checking;
using Atelier.Campaigns.Comments.Guarding;
using Atelier.Language;

namespace Atelier.Campaigns.Comments.Writing;

/// <summary>What a comment can take hold of in a post. All of it stands there word for word, and none of it in the title alone.</summary>
internal sealed partial class PostFacts
{
    private const int LongestSentence = 60;
    private const int FewestQuoted = 4;
    private const int MostQuoted = 8;

    /// <summary>What hangs on the rest of its sentence says little alone.</summary>
    private static readonly HashSet<string> Dependent = new(
        (
            "if when while because after before until since although though unless whereas and but or nor which that who whom whose then so as than "
            + "like where except including et mais ou qui que dont puis car si quand lorsque tandis alors comme où parce puisque sauf"
        ).Split(' '),
        StringComparer.Ordinal
    );

    private static readonly string[] Determiners =
    [
        "the",
        "a",
        "an",
        "this",
        "these",
        "that",
        "those",
        "my",
        "our",
        "your",
        "its",
        "their",
        "some",
        "any",
        "every",
        "each",
        "of",
        "for",
        "with",
        "about",
    ];

    private static readonly HashSet<string> Measures = new(
        "percent people children men women feet million billion kg mg cm mm km ml euro franc".Split(' '),
        StringComparer.Ordinal
    );

    private static readonly SearchValues<char> Markup = SearchValues.Create("@<>{}[]|\\\n");

    private readonly StudiedPost _post;

    public PostFacts(StudiedPost post)
    {
        _post = post;
        var safe = post.Sentences.Where(IsSafe).ToList();
        Quotes =
        [
            .. safe.SelectMany(Clauses).Distinct(StringComparer.OrdinalIgnoreCase).OrderByDescending(Worth).Take(12),
        ];
        Numbers = [.. safe.SelectMany(NumbersOf).Where(Stands).Distinct(StringComparer.Ordinal).Take(8)];
        Names = [.. safe.SelectMany(NamesOf).Where(Stands).Distinct(StringComparer.Ordinal).Take(8)];
        Phrases = [.. post.Keyphrases.Where(IsNoun).Select(AsInside).Take(8)];
    }

    public IReadOnlyList<string> Quotes { get; }
    public IReadOnlyList<string> Numbers { get; }
    public IReadOnlyList<string> Names { get; }
    public IReadOnlyList<string> Phrases { get; }

    /// <summary>Two things to hold on to, and two subjects to speak about.</summary>
    public bool AreEnough => Quotes.Count + Numbers.Count + Names.Count >= 2 && Phrases.Count >= 2;

    private bool Stands(string words) => _post.Has(words) && !_post.IsInTitle(words);

    private static bool IsSafe(PostSentence sentence) =>
        sentence.Words.Count is >= 4 and <= LongestSentence
        && !InstructionFinder.IsInstruction(sentence.Text)
        && LinkFinder.In(sentence.Text).Count == 0
        && !sentence.Text.AsSpan().ContainsAny(Markup);

    /// <summary>Parts of a sentence between its marks, short enough to quote and able to stand alone.</summary>
    private IEnumerable<string> Clauses(PostSentence sentence)
    {
        foreach (var part in Marks().Split(sentence.Text))
        {
            var clause = part.Trim();
            var words = Wording.Of(clause);
            if (words.Count is < FewestQuoted or > MostQuoted || !Stands(clause))
                continue;
            var lexicon = _post.Lexicon;
            if (
                lexicon is null
                || Dependent.Contains(words[0].Text)
                || lexicon.IsFunctionWord(words[^1].Text)
                || words.Count(word => !lexicon.IsFunctionWord(word.Text)) < 2
            )
                continue;
            if (words.Any(word => lexicon.Insults.Contains(word.Text)))
                continue;
            yield return clause;
        }
    }

    private int Worth(string clause)
    {
        var words = Wording.Of(clause);
        var plain = Wording.Plain(clause);
        var worth = words.Count(word => _post.Lexicon?.IsFunctionWord(word.Text) is false);
        if (_post.Keyphrases.Any(phrase => Wording.Holds(plain, Wording.Plain(phrase))))
            worth += 3;
        if (words.Any(word => word.Text is "i" or "my" or "we" or "our" or "je" or "nous"))
            worth -= 2;
        return worth;
    }

    private IEnumerable<string> NumbersOf(PostSentence sentence)
    {
        for (var i = 0; i < sentence.Words.Count; i++)
        {
            var word = sentence.Words[i];
            if (!word.IsNumber)
                continue;
            var unit = i + 1 < sentence.Words.Count ? sentence.Words[i + 1] : default;
            var isUnit =
                unit.Text is { Length: > 1 }
                && unit.Start == word.End + 1
                && char.IsLower(unit.Text[0])
                && IsCounted(unit.Text)
                && _post.Lexicon?.IsFunctionWord(Wording.Fold(unit.Text)) is false;
            var at = word.Start - sentence.Start;
            if (isUnit)
                yield return $"{word.Text} {unit.Text}";
            else if (at + word.Text.Length < sentence.Text.Length && sentence.Text[at + word.Text.Length] == '%')
                yield return word.Text + "%";
            else if (word.Text.Length >= 3)
                yield return word.Text;
        }
    }

    /// <summary>A plural or a measure, and not what the number happens to stand before.</summary>
    private static bool IsCounted(string unit) => unit[^1] is 's' or 'x' || Measures.Contains(unit);

    private static IEnumerable<string> NamesOf(PostSentence sentence)
    {
        var words = sentence.Words.Select(word => new Token(word.Text, word.Start - sentence.Start)).ToList();
        return AnchorFinder
            .Names(words, sentence.Text)
            .Where(place => place.Start > 0 && place.End <= sentence.Text.Length)
            .Select(place => sentence.Text[place.Start..place.End]);
    }

    /// <summary>Somewhere in the post an article or the like stands before it.</summary>
    private bool IsNoun(string phrase)
    {
        var plain = Wording.Plain(phrase);
        return Stands(phrase)
            && phrase.Length > 3
            && !InstructionFinder.IsInstruction(phrase)
            && LinkFinder.In(phrase).Count == 0
            && !_post.Lexicon!.Insults.Contains(plain)
            // French sentences quote a phrase as it is; English ones build on it.
            && (
                _post.Post.Language == "fr"
                || phrase.Contains(' ')
                || Determiners.Any(word => Wording.Holds(_post.Plain, $"{word} {plain}"))
            );
    }

    /// <summary>As it is written inside a sentence: a capital that only began one goes.</summary>
    private string AsInside(string phrase)
    {
        var lower = char.ToLowerInvariant(phrase[0]) + phrase[1..];
        return _post.Post.Text.Contains(" " + lower, StringComparison.Ordinal) ? lower : phrase;
    }

    /// <summary>What ends a clause; a point or comma inside a number does not.</summary>
    [GeneratedRegex(@"(?<!\d)[.,]|[.,](?!\d)|[;:—–()“”""«»!?…]")]
    private static partial Regex Marks();
}
