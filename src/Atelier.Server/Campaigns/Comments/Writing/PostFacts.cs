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
    private const int MostQuoted = 10;
    private const int MostQuotes = 8;
    private const int FewestSubjects = 4;

    /// <summary>What hangs on the rest of its sentence says little alone.</summary>
    private static readonly HashSet<string> Dependent = new(
        (
            "if when while because after before until since although though unless whereas and but or nor which that who whom whose then so as than "
            + "like where except including et mais ou qui que dont puis car si quand lorsque tandis alors comme où parce puisque sauf"
        ).Split(' '),
        StringComparer.Ordinal
    );

    /// <summary>Verbs that no other word looks like, as English has them in blogs.</summary>
    private static readonly HashSet<string> Verbs = new(
        (
            "is are was were has have had does do did don't doesn't didn't can cannot can't could couldn't will won't would should must might "
            + "may came grew got took found went saw kept held lost told said gave began made broke stood built lay ran wrote knew thought "
            + "brought bought ate fell felt met sat sold spent spoke taught won wore hung tried helped used asked wanted needed turned "
            + "started stopped worked changed happened seemed measured counted weeded planted picked reached stayed showed learned "
            + "goes comes takes keeps makes gives needs wants says tells knows thinks matters costs depends helps breaks lasts forgives"
        ).Split(' '),
        StringComparer.Ordinal
    );

    private static readonly HashSet<string> Subject = new(
        "the a an i we it they he she you this these that those my our his her their its nobody everybody nothing most many some every each no there".Split(
            ' '
        ),
        StringComparer.Ordinal
    );

    private static readonly string[] Speech =
    [
        "said",
        "says",
        "told",
        "tells",
        "wrote",
        "writes",
        "asked",
        "asks",
        "thinks",
        "thought",
        "explained",
        "answered",
        "suggested",
    ];

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

    private static readonly SearchValues<char> Markup = SearchValues.Create("@<>{}[]|\\\n");

    private readonly StudiedPost _post;
    private readonly IReadOnlyList<Figure> _figures;

    public PostFacts(StudiedPost post)
    {
        _post = post;
        var safe = post.Sentences.Where(IsSafe).ToList();
        Quotes = QuotesOf(safe);
        var figures = new Figures(post.Lexicon, post.Post.Language);
        _figures = [.. safe.SelectMany(figures.In).Where(figure => Stands(figure.Text)).Distinct().Take(8)];
        Names = NamesOf(safe);
        People = [.. Names.Where(name => Speaks(name, post.Plain))];
        Phrases = PhrasesOf([.. post.Keyphrases.Where(IsNoun).Select(AsInside)]);
    }

    public IReadOnlyList<string> Quotes { get; }
    public IReadOnlyList<string> Numbers => [.. _figures.Select(figure => figure.Text)];
    public IReadOnlyList<string> Times => Of(FigureKind.Time);
    public IReadOnlyList<string> Shares => Of(FigureKind.Share);
    public IReadOnlyList<string> Amounts => Of(FigureKind.Amount);
    public IReadOnlyList<string> Names { get; }

    /// <summary>Of the names, those that say something in the post.</summary>
    public IReadOnlyList<string> People { get; }
    public IReadOnlyList<string> Phrases { get; }

    /// <summary>Things to hold on to, and subjects to speak about; of one more where there is less of the other.</summary>
    public bool AreEnough =>
        Quotes.Count + Numbers.Count + Names.Count is var held and >= 2 && held + Phrases.Count >= 4;

    private IReadOnlyList<string> Of(FigureKind kind) =>
        [.. _figures.Where(figure => figure.Kind == kind).Select(figure => figure.Text)];

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
                || char.IsAsciiDigit(words[0].Text[0])
                || char.IsAsciiDigit(words[^1].Text[0])
            )
                continue;
            if (words.Any(word => lexicon.Insults.Contains(word.Text)))
                continue;
            yield return clause;
        }
    }

    /// <summary>What says something of something can be answered; a mere list of things cannot.</summary>
    private IReadOnlyList<string> QuotesOf(IReadOnlyList<PostSentence> sentences)
    {
        var clauses = sentences
            .SelectMany(Clauses)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(Worth)
            .ToList();
        var told = clauses.Where(clause => Wording.Of(clause).Skip(1).Any(word => Verbs.Contains(word.Text))).ToList();
        return [.. (told.Count > 0 ? told : clauses).Take(MostQuotes)];
    }

    private int Worth(string clause)
    {
        var words = Wording.Of(clause);
        var plain = Wording.Plain(clause);
        var worth = words.Count(word => _post.Lexicon?.IsFunctionWord(word.Text) is false);
        if (_post.Keyphrases.Any(phrase => Wording.Holds(plain, Wording.Plain(phrase))))
            worth += 3;
        if (Subject.Contains(words[0].Text))
            worth += 3;
        if (words.Any(word => word.Text is "i" or "my" or "we" or "our" or "je" or "nous"))
            worth -= 2;
        return worth;
    }

    /// <summary>A part of a longer name is none of its own.</summary>
    private IReadOnlyList<string> NamesOf(IReadOnlyList<PostSentence> sentences)
    {
        var names = sentences.SelectMany(NamesOf).Where(Stands).Distinct(StringComparer.Ordinal).Take(8).ToList();
        return [.. names.Where(name => !names.Any(other => other != name && Wording.Holds(other, name)))];
    }

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

    /// <summary>English sentences build on things; where the key phrases are few, what the post names again and again helps out.</summary>
    private List<string> PhrasesOf(IReadOnlyList<string> all)
    {
        if (_post.Post.Language != "en")
            return [.. all.Take(8)];
        var things = all.Where(phrase => Subjects.IsThing(phrase, _post)).Take(8).ToList();
        return things.Count >= FewestSubjects
            ? things
            : [.. things.Concat(Subjects.Of(_post)).Distinct(StringComparer.OrdinalIgnoreCase).Take(FewestSubjects)];
    }

    private static bool Speaks(string name, string post) =>
        Speech.Any(verb => Wording.Holds(post, $"{Wording.Plain(name)} {verb}"))
        || Wording.Holds(post, $"{Wording.Plain(name)}, who");

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
