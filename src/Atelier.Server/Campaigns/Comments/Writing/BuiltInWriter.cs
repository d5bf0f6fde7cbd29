using Atelier.Campaigns.Comments.Checking;
using Atelier.Campaigns.Comments.Checking.Gates;

namespace Atelier.Campaigns.Comments.Writing;

/// <param name="Text">Null when nothing honest can be written.</param>
internal sealed record BuiltInDraft(string? Text, string? Refusal, Assessment? Assessment);

/// <summary>
/// Writes a starting point without a model: what it says of the post stands there word for word, what it thinks is marked as
/// an opinion, and it asks the author something. Of many wordings it takes one that no gate refuses and that is least like
/// what was drafted before.
/// </summary>
internal sealed class BuiltInWriter(Assessor assessor)
{
    private const int Candidates = 32;
    private const int Assessed = 4;

    /// <param name="seed">The same one gives the same comment.</param>
    public BuiltInDraft Write(
        StudiedPost post,
        Guid postId,
        CommentBrief brief,
        IReadOnlyList<OtherDraft> others,
        int seed,
        DateTimeOffset now
    )
    {
        var language = post.Post.Language;
        if (PhraseBook.For(language) is not { } book)
            return Refuse(
                language is null
                    ? "The language of the post is not known, so no comment can be in it."
                    : $"Without a model, comments are written in English and French only; the post is in “{language}”."
            );
        var facts = new PostFacts(post);
        if (!facts.AreEnough)
            return Refuse("The post has too few numbers, names and sentences of its own to take hold of.");
        var disclosure = Disclosures.For(brief, language);
        var candidates = Enumerable
            .Range(0, Candidates)
            .Select(attempt => new Composition(book, facts, brief, disclosure, HashOf(seed, attempt)).Compose())
            .Select(text => (Text: text, Worst: Worst(Grams.Of(text), post, others)))
            .OrderBy(candidate => candidate.Worst);
        (string Text, Assessment Assessment)? best = null;
        foreach (var (index, (text, _)) in candidates.Index())
        {
            if (index >= Assessed && best!.Value.Assessment.Passed)
                break;
            var assessment = assessor.Assess(text, post, postId, brief, others, now);
            if (best is null || Rank(assessment) > Rank(best.Value.Assessment))
                best = (text, assessment);
            if (IsGood(assessment))
                break;
        }
        return new(best!.Value.Text, null, best.Value.Assessment);
    }

    /// <summary>How near it comes to the limits of the gates that count shared words.</summary>
    private static double Worst(Grams grams, StudiedPost post, IReadOnlyList<OtherDraft> others) =>
        others
            .Select(other => grams.Jaccard(other.Grams) / RepeatGate.MostAlike)
            .Append(grams.OverlapIn(post.Grams) / OwnWordsGate.MostOverlap)
            .Max();

    private static bool IsGood(Assessment one) =>
        one is { Passed: true, Verdict: ScoreVerdict.Ready } && one.Anchors.Count(anchor => anchor.Verified) >= 2;

    private static double Rank(Assessment one) => one.Score - 100 * one.Gates.Count(gate => !gate.Passed);

    private static BuiltInDraft Refuse(string why) => new(null, why, null);

    private static uint HashOf(int seed, int attempt) =>
        unchecked((uint)(seed * 31 + attempt) * 2654435761u ^ (uint)seed);
}
