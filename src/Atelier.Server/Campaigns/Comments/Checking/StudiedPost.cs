using Atelier.Language;

namespace Atelier.Campaigns.Comments.Checking;

/// <summary>A post read once for all that is held against it.</summary>
internal sealed class StudiedPost
{
    private double? _grade;
    private bool _isGraded;

    public StudiedPost(PostText post)
    {
        Post = post;
        Lexicon = Lexicon.For(post.Language);
        Plain = Wording.Plain(post.Text);
        PlainTitle = Wording.Plain(post.Title);
        Words = Wording.Of(post.Text);
        Grams = Grams.Of(Words);
        Places = Words
            .Index()
            .GroupBy(word => word.Item.Text, word => word.Index, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        Sentences =
        [
            .. Language.Sentences.Split(post.Text).Select(sentence => new PostSentence(post.Text, sentence, Lexicon)),
        ];
        Stems = Checking.Stems.Count(Sentences.SelectMany(sentence => sentence.Stems));
        Keyphrases = [.. post.Keyphrases.Take(10).Where(phrase => !Wording.Holds(PlainTitle, Wording.Plain(phrase)))];
    }

    public PostText Post { get; }
    public Lexicon? Lexicon { get; }
    public string Plain { get; }
    public string PlainTitle { get; }
    public IReadOnlyList<FoldedWord> Words { get; }
    public Grams Grams { get; }

    /// <summary>Where each word stands, counted in words.</summary>
    public IReadOnlyDictionary<string, int[]> Places { get; }
    public IReadOnlyList<PostSentence> Sentences { get; }
    public IReadOnlyDictionary<string, int> Stems { get; }

    /// <summary>Of the ten best, those that the title does not give away.</summary>
    public IReadOnlyList<string> Keyphrases { get; }

    /// <summary>How hard it reads, measured once.</summary>
    public double? GradeBy(CommentMeter meter)
    {
        if (!_isGraded)
            (_grade, _isGraded) = (meter.Grade(Post.Text, Post.Language), true);
        return _grade;
    }

    /// <summary>Whether it stands in the post itself: what only the title has was read by nobody.</summary>
    public bool Has(string words) => Wording.Holds(Plain, Wording.Plain(words));

    public bool IsInTitle(string words) => Wording.Holds(PlainTitle, Wording.Plain(words));
}

internal sealed class PostSentence(string text, Sentence sentence, Lexicon? lexicon)
{
    public string Text { get; } = text.Substring(sentence.Start, sentence.Length).Trim();
    public int Start => sentence.Start;
    public IReadOnlyList<Token> Words => sentence.Words;
    public IReadOnlyList<string> Stems =>
        field ??= [
            .. Checking.Stems.Of(
                Words.Select(word => new FoldedWord(Wording.Fold(word.Text), word.Start, word.End)),
                lexicon
            ),
        ];
}
