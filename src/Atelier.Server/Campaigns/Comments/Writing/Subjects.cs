using Atelier.Campaigns.Comments.Checking;

namespace Atelier.Campaigns.Comments.Writing;

/// <summary>Tells which key phrases of an English post a sentence can build on with "the": things, not people, times or halves of a phrase.</summary>
internal static class Subjects
{
    private static readonly HashSet<string> Before = new(
        (
            "the a an this these those my our your its his her their some any every each no of for with about into on in by from "
            + "two three four five six seven eight nine ten eleven twelve twenty"
        ).Split(' '),
        StringComparer.Ordinal
    );

    private static readonly HashSet<string> NoSubjects = new(
        (
            "people person children child men man women woman boy girl kids students pupils class team friend friends neighbour neighbours "
            + "neighbor neighbors mother father parents family teacher teachers readers visitors day days week weeks month months year years "
            + "hour hours minute minutes morning noon evening night spring summer autumn winter season seasons weekend weekends time times way "
            + "ways thing things end part parts side half percent degrees metres centimetres millimetres litres kilograms grams "
            + "north south east west floor corner corners size question answer reason number numbers lot bit"
        ).Split(' '),
        StringComparer.Ordinal
    );

    /// <summary>Single words that come more than once, the most frequent first.</summary>
    public static IEnumerable<string> Of(StudiedPost post) =>
        post
            .Places.Where(word =>
                word.Value.Length > 1
                && word.Key.Length > 3
                && word.Key.All(char.IsAsciiLetterLower)
                && !post.Lexicon!.IsFunctionWord(word.Key)
                && !post.Lexicon.Insults.Contains(word.Key)
                && post.Post.Text.Contains(" " + word.Key, StringComparison.Ordinal)
                && !post.IsInTitle(word.Key)
                && IsThing(word.Key, post)
            )
            .OrderByDescending(word => word.Value.Length)
            .ThenBy(word => word.Value[0])
            .Select(word => word.Key);

    public static bool IsThing(string phrase, StudiedPost post)
    {
        var words = Wording.Of(phrase);
        if (
            words.Count == 0
            || NoSubjects.Contains(words[^1].Text)
            || Before.Contains(words[^1].Text)
            || phrase.Any(char.IsUpper)
            || words.Count == 1 && IsPast(phrase)
        )
            return false;
        return post
            .Places.GetValueOrDefault(words[0].Text, [])
            .Any(at => at > 0 && Before.Contains(post.Words[at - 1].Text) && Stands(words, at, post));
    }

    private static bool IsPast(string word) =>
        word.Length > 4
        && word.EndsWith("ed", StringComparison.Ordinal)
        && !word.EndsWith("eed", StringComparison.Ordinal);

    /// <summary>A single word before another one may only describe it: "the covered plots".</summary>
    private static bool Stands(IReadOnlyList<FoldedWord> words, int at, StudiedPost post)
    {
        var last = at + words.Count - 1;
        if (last >= post.Words.Count || !words.Index().All(word => post.Words[at + word.Index].Text == word.Item.Text))
            return false;
        if (words.Count > 1 || last + 1 == post.Words.Count)
            return true;
        var next = post.Words[last + 1];
        return next.Start != post.Words[last].End + 1
            || next.Text is not ("one" or "ones") && post.Lexicon!.IsFunctionWord(next.Text);
    }
}
