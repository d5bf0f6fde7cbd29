using System.Globalization;
using System.Text.RegularExpressions;
using Atelier.Campaigns.Comments.Checking.Gates;
using Atelier.Language;

namespace Atelier.Campaigns.Comments.Checking;

/// <summary>What a score is made of. Every part says why it has the points it has.</summary>
internal sealed partial class ScoreBoard(GateScene scene, IReadOnlyList<Anchor> anchors, CommentMeter meter)
{
    private const double LeastLike = 0.15;
    private const double MostLike = 0.60;

    public static IReadOnlyList<RubricPart> All { get; } =
    [
        new(
            "relevance",
            20,
            "Two of the post's ten best key phrases that its title does not have (10); likeness to the post's words between 0.15 and 0.60 (10)."
        ),
        new(
            "specificity",
            20,
            "Two anchors, numbers, names or quoted words that stand in the post and not in its title, 10 each."
        ),
        new(
            "addedValue",
            20,
            "40 of 100 content words are not the post's (8); a question to the author, a counter-point, or confirmed experience (12)."
        ),
        new(
            "originality",
            10,
            "Full without any four-word run of the post or of another draft, none at the limits of G5 and G6."
        ),
        new(
            "tone",
            10,
            "Feeling between -0.3 and 0.9 (3), at most one exclamation mark (1), few capitals (1), as hard to read as the post within 3 grades (3), no worn phrases (2)."
        ),
        new("honesty", 10, "The disclosure and its place (6), no superlatives beside one's own product (4)."),
        new(
            "form",
            10,
            "40 to 180 words (3), 2 to 8 sentences (2), no markup, mail or telephone (2), the own brand at most once (1), no praise for a beginning (2)."
        ),
    ];

    private readonly StudiedComment _comment = scene.Comment;
    private readonly StudiedPost _post = scene.Post;

    public IReadOnlyList<ScorePart> Count() =>
        [Relevance(), Specificity(), AddedValue(), Originality(), Tone(), Honesty(), Form()];

    private ScorePart Relevance()
    {
        var named = _post.Keyphrases.Where(phrase => Wording.Holds(_comment.Plain, Wording.Plain(phrase))).ToList();
        var likeness = Stems.Cosine(StemsOfStatements(), _post.Stems);
        return Part(
            "relevance",
            (
                Math.Min(2, named.Count) * 5,
                named.Count == 0
                    ? "It names none of the post's key phrases."
                    : $"Key phrases: {string.Join(", ", named)}."
            ),
            (
                likeness is >= LeastLike and <= MostLike ? 10
                : likeness > MostLike ? 4
                : 10 * likeness / LeastLike,
                $"Likeness to the post: {Two(likeness)}{(likeness > MostLike ? ", an echo" : "")}."
            )
        );
    }

    private ScorePart Specificity()
    {
        var verified = anchors.Count(anchor => anchor.Verified);
        return Part(
            "specificity",
            (
                Math.Min(2, verified) * 10,
                verified == 0 ? "Nothing in it stands in the post." : $"{verified} anchors stand in the post."
            )
        );
    }

    private ScorePart AddedValue()
    {
        var stems = StemsOfStatements();
        var own = stems.Count == 0 ? 0 : (double)stems.Keys.Count(stem => !_post.Stems.ContainsKey(stem)) / stems.Count;
        return Part(
            "addedValue",
            (own >= 0.4 ? 8 : 8 * own / 0.4, $"{own:P0} of its content words are not the post's."),
            Contribution()
        );
    }

    private (double, string) Contribution()
    {
        var lexicon = _comment.Lexicon;
        var persona = scene.Brief.Persona;
        if (_comment.Statements.Any(sentence => SafetyGate.IsOwnExperience(sentence, persona, lexicon)))
            return (12, "It brings confirmed experience.");
        var questions = _comment.Statements.Where(sentence => sentence.IsQuestion).ToList();
        if (questions.Any(question => Touches(question)))
            return (12, "It asks something that the author can answer.");
        if (_comment.Find(lexicon?.Counter).Count > 0)
            return (12, "It brings a counter-point.");
        return questions.Count > 0
            ? (6, "It asks a question, but about nothing in particular.")
            : (0, "It neither asks, objects nor tells.");
    }

    private bool Touches(CommentSentence question) =>
        anchors.Any(anchor => anchor.Verified && Wording.Holds(question.Plain, Wording.Plain(anchor.Text)))
        || _post.Keyphrases.Any(phrase => Wording.Holds(question.Plain, Wording.Plain(phrase)))
        || Stems.Of(question.Text, _comment.Lexicon).Distinct().Count(_post.Stems.ContainsKey) >= 2;

    private ScorePart Originality()
    {
        var overlap = _comment.Grams.OverlapIn(_post.Grams);
        var likeness = scene.Likenesses.Select(one => one.Likeness).DefaultIfEmpty().Max();
        var worst = Math.Max(overlap / OwnWordsGate.MostOverlap, likeness / RepeatGate.MostAlike);
        return Part(
            "originality",
            (
                10 * Math.Clamp(1 - worst, 0, 1),
                $"Shared runs: {Two(overlap)} with the post, {Two(likeness)} with the nearest draft."
            )
        );
    }

    private ScorePart Tone()
    {
        var language = _post.Post.Language;
        var feeling = meter.Feeling(_comment.Text, language);
        var exclamations = _comment.Text.Count(c => c == '!');
        var letters = Math.Max(1, _comment.Text.Count(char.IsLetter));
        var capitals = (double)_comment.Words.Where(word => IsShouted(word)).Sum(word => word.Text.Length) / letters;
        var worn = _comment.Find(_comment.Lexicon?.Banned);
        var (grade, wanted) = (meter.Grade(_comment.Text, language), _post.GradeBy(meter));
        return Part(
            "tone",
            (
                feeling is null or (>= -0.3 and <= 0.9) ? 3 : 0,
                feeling is null ? "Feeling is measured in English only." : $"Feeling {Two(feeling.Value)}."
            ),
            (exclamations <= 1 ? 1 : 0, $"{exclamations} exclamation marks."),
            (capitals < 0.05 ? 1 : 0, capitals < 0.05 ? "No shouting." : "Words in capitals."),
            (
                grade is null || wanted is null || Math.Abs(grade.Value - wanted.Value) <= 3 ? 3 : 0,
                grade is null || wanted is null
                    ? "Reading grade is measured in English only."
                    : $"Grade {Two(grade.Value)}, the post's {Two(wanted.Value)}."
            ),
            (worn.Count == 0 ? 2 : 0, worn.Count == 0 ? "No worn phrases." : $"Worn: {string.Join(", ", worn)}.")
        );
    }

    private ScorePart Honesty()
    {
        var superlatives =
            Brand() is { } brand && Wording.Holds(_comment.Plain, brand)
                ? _comment.Find(_comment.Lexicon?.Superlatives)
                : [];
        return Part(
            "honesty",
            (
                _comment.Disclosed is null ? 0 : 6,
                _comment.Disclosed is null ? "It does not disclose." : "It discloses where it is read."
            ),
            (
                superlatives.Count == 0 ? 4 : 0,
                superlatives.Count == 0
                    ? "No superlatives about one's own."
                    : $"Superlatives: {string.Join(", ", superlatives)}."
            )
        );
    }

    private ScorePart Form()
    {
        var (words, sentences) = (_comment.Words.Count, _comment.Sentences.Count);
        var brand = Brand();
        var named = brand is null ? 0 : _comment.Statements.Count(sentence => Wording.Holds(sentence.Plain, brand));
        var praise = Praise();
        var isPlain = !Markup().IsMatch(_comment.Text);
        return Part(
            "form",
            (words is >= 40 and <= 180 ? 3 : 0, $"{words} words."),
            (sentences is >= 2 and <= 8 ? 2 : 0, $"{sentences} sentences."),
            (isPlain ? 2 : 0, isPlain ? "Plain text." : "Markup, a mail address or a telephone number."),
            (named <= 1 ? 1 : 0, named <= 1 ? "It does not advertise." : $"The own name comes {named} times."),
            (
                praise is null ? 2 : 0,
                praise is null ? "It does not begin with praise." : $"It begins with praise: {praise}."
            )
        );
    }

    private string? Praise() =>
        _comment.Statements.FirstOrDefault() is { } first
            ? _comment.Lexicon?.Praise.FirstOrDefault(phrase => Wording.Holds(first.Plain, phrase))
            : null;

    /// <summary>The longest name in the affiliation: what one would advertise.</summary>
    private string? Brand()
    {
        var affiliation = scene.Brief.Affiliation;
        return AnchorFinder
            .Names(Tokenizer.Words(affiliation), affiliation)
            .Select(place => affiliation[place.Start..place.End])
            .OrderByDescending(name => name.Length)
            .Append(Tokenizer.Words(affiliation).Count <= 3 ? affiliation.TrimEnd('.') : "")
            .Select(Wording.Plain)
            .FirstOrDefault(name => name.Length > 0);
    }

    private Dictionary<string, int> StemsOfStatements() =>
        Stems.Count(_comment.Statements.SelectMany(sentence => Stems.Of(sentence.Text, _comment.Lexicon)));

    private bool IsShouted(FoldedWord word)
    {
        var text = _comment.Text.AsSpan(word.Start, word.End - word.Start);
        return text.Length > 3 && !text.ContainsAnyInRange('a', 'z') && !text.ContainsAnyInRange('0', '9');
    }

    private static ScorePart Part(string name, params IReadOnlyList<(double Points, string Why)> counted)
    {
        var most = All.First(part => part.Part == name).Weight;
        return new(
            name,
            Math.Round(Math.Min(most, counted.Sum(one => one.Points)), 1),
            most,
            [.. counted.Select(one => one.Why)]
        );
    }

    private static string Two(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"</?[a-z][^>]*>|\*\*|\]\(|^#+ |@[\w-]+\.\w|\+\d{6,}",
        RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant
    )]
    private static partial Regex Markup();
}
