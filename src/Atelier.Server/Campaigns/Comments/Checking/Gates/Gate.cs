namespace Atelier.Campaigns.Comments.Checking.Gates;

/// <summary>What a gate may look at.</summary>
/// <param name="Others">Every other draft of the campaign.</param>
internal sealed record GateScene(
    StudiedComment Comment,
    StudiedPost Post,
    Guid PostId,
    IReadOnlyList<OtherDraft> Others,
    DateTimeOffset Now
)
{
    public CommentBrief Brief => Comment.Brief;

    /// <summary>How like each other draft it is: asked for by a gate and by two scores.</summary>
    public IReadOnlyList<(OtherDraft Draft, double Likeness)> Likenesses =>
        field ??= [.. Others.Select(other => (other, Comment.Grams.Jaccard(other.Grams)))];
}

/// <summary>The ten gates, in their order. No gate asks a model, and no model can open one.</summary>
internal static class Gate
{
    public static IReadOnlyList<RubricGate> All { get; } =
    [
        new(
            "G1",
            "freshAndAllowed",
            "The post was fetched within 24 hours with status 200, robots.txt and the page allow it, and its language is known."
        ),
        new("G2", "open", "Comments on the post are neither closed nor absent."),
        new("G3", "disclosed", "The affiliation is set, and the disclosure is the first or the last sentence."),
        new(
            "G4",
            "links",
            "At most one link, and only one that the campaign allows; none shortened or disguised; none to the campaign's domain without the disclosure."
        ),
        new(
            "G5",
            "ownWords",
            "At most 8 words in a row are the post's outside quotation marks, and at most 15 of 100 four-word runs."
        ),
        new(
            "G6",
            "notRepeated",
            "At most 35 of 100 four-word runs are shared with any other draft of the campaign, and there is one draft for a post and persona."
        ),
        new(
            "G7",
            "evidence",
            "Every claim has its evidence in the post or is marked as an opinion; every quotation stands in the post."
        ),
        new(
            "G8",
            "safe",
            "No insults, no personal data, no experience or profession that the persona does not have, nothing addressed to a machine."
        ),
        new("G9", "language", "The comment is in the language of the post."),
        new("G10", "notBlocked", "Neither the site's terms nor a block list stand against a comment."),
    ];

    public static IReadOnlyList<GateResult> Run(GateScene scene) =>
        [
            PostGates.Fresh(scene),
            PostGates.Open(scene),
            DisclosureGate.Judge(scene),
            LinkGate.Judge(scene),
            OwnWordsGate.Judge(scene),
            RepeatGate.Judge(scene),
            EvidenceGate.Judge(scene),
            SafetyGate.Judge(scene),
            LanguageGate.Judge(scene),
            PostGates.NotBlocked(scene),
        ];

    public static GateResult Pass(string code, string why, params IReadOnlyList<Evidence> evidence) =>
        new(code, NameOf(code), Passed: true, why, evidence);

    public static GateResult Fail(string code, string why, params IReadOnlyList<Evidence> evidence) =>
        new(code, NameOf(code), Passed: false, why, evidence);

    private static string NameOf(string code) => All.First(gate => gate.Code == code).Name;
}
