namespace Atelier.Campaigns.Comments.Checking.Gates;

/// <summary>
/// G7: a claim stands in the post, or in the persona's own confirmed experience, or is marked as an opinion. Which sentence
/// claims something is told by its marks: numbers, names, quotations, "you write", "studies show", or a plain statement
/// without an I.
/// </summary>
internal static class EvidenceGate
{
    private const int FewestWords = 5;
    private const int SharedStems = 2;

    public static GateResult Judge(GateScene scene)
    {
        var missing = new List<Evidence>();
        var found = new List<Evidence>();
        foreach (var quote in scene.Comment.Quotations.Where(quote => quote.Words > 1))
            (scene.Post.Has(quote.Text) ? found : missing).Add(
                new(
                    scene.Post.Has(quote.Text) ? "quoted from the post" : "this quotation is not in the post",
                    quote.Text,
                    quote.Place
                )
            );
        foreach (var sentence in scene.Comment.Statements)
            Judge(sentence, scene, found, missing);
        return missing.Count > 0
            ? Gate.Fail("G7", "A claim has no evidence in the post and is not marked as an opinion.", missing)
            : Gate.Pass("G7", "Whatever it claims stands in the post or is marked as an opinion.", found);
    }

    private static void Judge(CommentSentence sentence, GateScene scene, List<Evidence> found, List<Evidence> missing)
    {
        var (lexicon, post) = (scene.Comment.Lexicon, scene.Post);
        if (lexicon is not null && Has(sentence, lexicon.Authority) is { } authority)
            missing.Add(new("it calls on studies or on everybody, and names none", authority, sentence.Place));
        if (SafetyGate.IsOwnExperience(sentence, scene.Brief.Persona, lexicon))
            return;
        var isOpinion = sentence.IsQuestion || lexicon is null || Has(sentence, lexicon.Opinion) is not null;
        foreach (var anchor in AnchorFinder.In(sentence, scene.Comment, post))
            if (anchor.Verified)
                found.Add(new("stands in the post", anchor.Text, anchor.InComment));
            else if (
                anchor.Kind is not AnchorKind.Quotation
                && !(isOpinion && lexicon is not null)
                && !IsKnown(anchor.Text, scene)
            )
                missing.Add(
                    new(
                        anchor.Kind is AnchorKind.Number
                            ? "this number is not in the post"
                            : "this name is not in the post",
                        anchor.Text,
                        anchor.InComment
                    )
                );
        var attributes = lexicon is not null && Has(sentence, lexicon.Attribution) is not null;
        if (lexicon is null || !attributes && (isOpinion || !IsPlainStatement(sentence, lexicon)))
            return;
        if (Support(sentence, post, lexicon) is { } support)
            found.Add(new("told by the post", support, sentence.Place));
        else
            missing.Add(new("nothing in the post tells this", sentence.Text, sentence.Place));
    }

    private static bool IsPlainStatement(CommentSentence sentence, Lexicon lexicon) =>
        sentence.Words.Count >= FewestWords
        && !sentence.Words.Any(word => IsOwn(Wording.Fold(word.Text), lexicon))
        && Has(sentence, lexicon.Hedges) is null;

    private static bool IsOwn(string word, Lexicon lexicon) =>
        lexicon.FirstPerson.Any(own =>
            own.EndsWith('\'') ? word.StartsWith(own, StringComparison.Ordinal) : word == own
        );

    private static string? Support(CommentSentence sentence, StudiedPost post, Lexicon lexicon)
    {
        var stems = Stems.Of(sentence.Text, lexicon).ToHashSet(StringComparer.Ordinal);
        return post
            .Sentences.FirstOrDefault(one =>
                one.Stems.Distinct(StringComparer.Ordinal).Count(stems.Contains) >= SharedStems
            )
            ?.Text;
    }

    /// <summary>Names and numbers that the campaign itself stands for.</summary>
    private static bool IsKnown(string text, GateScene scene)
    {
        var brief = scene.Brief;
        return (
            (string[])
                [
                    brief.Affiliation,
                    brief.Topic,
                    brief.Persona.Name,
                    scene.Post.Post.Title,
                    scene.Post.Post.Author ?? "",
                    .. brief.Keywords,
                ]
        ).Any(known => Wording.Holds(Wording.Plain(known), Wording.Plain(text)));
    }

    private static string? Has(CommentSentence sentence, IReadOnlyList<string> phrases) =>
        phrases.FirstOrDefault(phrase => Wording.Holds(sentence.Plain, phrase));
}
