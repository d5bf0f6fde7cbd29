using System.Buffers;
using Atelier.Language;

namespace Atelier.Campaigns.Comments.Checking;

/// <summary>Finds what a comment takes from the post: numbers, names and quoted words, and whether they stand there.</summary>
internal static class AnchorFinder
{
    private static readonly HashSet<string> Dates = new(
        (
            "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
            + "September October November December I I'm I'd I've I'll"
        ).Split(' '),
        StringComparer.Ordinal
    );

    private static readonly SearchValues<char> ClauseStarts = SearchValues.Create(":“\"«.!?");

    public static IReadOnlyList<Anchor> In(StudiedComment comment, StudiedPost post) =>
        [
            .. comment
                .Statements.SelectMany(sentence => In(sentence, comment, post))
                .DistinctBy(anchor => Wording.Plain(anchor.Text))
                .OrderBy(anchor => anchor.InComment.Start),
        ];

    public static IEnumerable<Anchor> In(CommentSentence sentence, StudiedComment comment, StudiedPost post)
    {
        foreach (var quote in comment.Quotations)
            if (quote.Words > 1 && quote.Place.Start >= sentence.Place.Start && quote.Place.End <= sentence.Place.End)
                yield return new(
                    quote.Text,
                    AnchorKind.Quotation,
                    quote.Place,
                    quote.Words <= StudiedComment.LongestQuotation && Stands(quote.Text, post)
                );
        foreach (var word in sentence.Words)
            if (word.IsNumber && !IsQuoted(word, comment))
                yield return new(word.Text, AnchorKind.Number, new(word.Start, word.End), Stands(word.Text, post));
        foreach (var place in Names(sentence.Words, comment.Text))
            if (!comment.Quotations.Any(quote => place.Start >= quote.Place.Start && place.End <= quote.Place.End))
            {
                var name = comment.Text[place.Start..place.End];
                yield return new(name, AnchorKind.Name, place, Stands(name, post));
            }
    }

    /// <summary>Runs of capitalised words, except for one that only begins a sentence.</summary>
    public static IEnumerable<Place> Names(IReadOnlyList<Token> words, string text)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (!IsName(words[i]))
                continue;
            var first = i;
            while (
                i + 1 < words.Count
                && IsName(words[i + 1])
                && text.AsSpan(words[i].End, words[i + 1].Start - words[i].End) is " "
            )
                i++;
            // Behind a mark inside the sentence, a capital begins a clause as it begins a sentence.
            var begins =
                first == 0
                || text.AsSpan(words[first - 1].End, words[first].Start - words[first - 1].End)
                    .ContainsAny(ClauseStarts);
            if (!begins)
                yield return new(words[first].Start, words[i].End);
            else if (i - first >= 2)
                yield return new(words[first + 1].Start, words[i].End);
        }
    }

    private static bool IsName(Token word) =>
        word.IsCapitalised && word.Text.Length > 1 && !Dates.Contains(word.Text.Replace('’', '\''));

    private static bool IsQuoted(Token word, StudiedComment comment) =>
        comment.Quotations.Any(quote => word.Start >= quote.Place.Start && word.End <= quote.Place.End);

    /// <summary>In the text that was read; the title alone proves no reading.</summary>
    private static bool Stands(string words, StudiedPost post) => post.Has(words) && !post.IsInTitle(words);
}
