using System.Text.RegularExpressions;
using Atelier.Language;

namespace Atelier.Campaigns.Comments.Checking;

/// <summary>A comment read once for all gates: its words, sentences, quotations, links, and where it discloses.</summary>
internal sealed partial class StudiedComment
{
    public const int LongestQuotation = 12;

    public StudiedComment(string text, CommentBrief brief, string? language)
    {
        (Text, Brief) = (text, brief);
        Lexicon = Lexicon.For(language);
        Plain = Wording.Plain(text);
        Words = Wording.Of(text);
        Disclosed = Disclosures.Find(text, brief, language);
        Sentences = [.. Language.Sentences.Split(text).Select(sentence => Read(sentence))];
        Quotations = [.. Quoted().Matches(text).Select(Quotation)];
        Links = LinkFinder.In(text);
        Grams = Grams.Of(Words);
    }

    public string Text { get; }
    public CommentBrief Brief { get; }
    public Lexicon? Lexicon { get; }
    public string Plain { get; }
    public IReadOnlyList<FoldedWord> Words { get; }
    public IReadOnlyList<CommentSentence> Sentences { get; }
    public IReadOnlyList<CommentQuotation> Quotations { get; }
    public IReadOnlyList<FoundLink> Links { get; }
    public Grams Grams { get; }

    /// <summary>Where the disclosure stands, first or last; null when it does not.</summary>
    public Place? Disclosed { get; }

    /// <summary>All but the disclosure, which says nothing of the post.</summary>
    public IEnumerable<CommentSentence> Statements => Sentences.Where(sentence => !sentence.IsDisclosure);

    /// <summary>Words of short quotations are the post's by right.</summary>
    public bool IsQuoted(FoldedWord word) =>
        Quotations.Any(quote =>
            quote.Words <= LongestQuotation && word.Start >= quote.Place.Start && word.End <= quote.Place.End
        );

    public bool IsDisclosure(int start, int end) => Disclosed is { } place && start >= place.Start && end <= place.End;

    /// <summary>Those of a list that stand in the comment.</summary>
    public IReadOnlyList<string> Find(IReadOnlyList<string>? phrases) =>
        [.. (phrases ?? []).Where(phrase => Wording.Holds(Plain, phrase))];

    private CommentSentence Read(Sentence sentence)
    {
        var (start, end) = (sentence.Start, sentence.Start + sentence.Length);
        return new(Text[start..end].Trim(), new(start, end), sentence.Words, IsDisclosure(start, end));
    }

    private CommentQuotation Quotation(Match match)
    {
        var words = match.Groups.Values.Skip(1).First(group => group.Success);
        var trimmed = words.Value.Trim();
        var start = words.Index + words.Value.IndexOf(trimmed, StringComparison.Ordinal);
        return new(
            trimmed.TrimEnd('.', ',', ';', '…'),
            new(start, start + trimmed.Length),
            Tokenizer.Words(trimmed).Count
        );
    }

    [GeneratedRegex("“([^”]+)”|\"([^\"]+)\"|«([^»]+)»|„([^“”]+)[“”]", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();
}

internal sealed record CommentSentence(string Text, Place Place, IReadOnlyList<Token> Words, bool IsDisclosure)
{
    public string Plain => field ??= Wording.Plain(Text);
    public bool IsQuestion => Text.TrimEnd('”', '"', '»', ')', ' ').EndsWith('?');
}

internal sealed record CommentQuotation(string Text, Place Place, int Words);
