namespace Atelier.Campaigns.Comments.Checking.Gates;

/// <summary>G3: whoever has an interest says so, where it is read.</summary>
internal static class DisclosureGate
{
    public static GateResult Judge(GateScene scene)
    {
        var (comment, brief) = (scene.Comment, scene.Brief);
        if (string.IsNullOrWhiteSpace(brief.Affiliation))
            return Gate.Fail("G3", "The campaign names no affiliation.");
        if (string.IsNullOrWhiteSpace(brief.Disclosure))
            return Gate.Fail("G3", "The campaign has no disclosure sentence.");
        if (comment.Disclosed is { } place)
            return Gate.Pass(
                "G3",
                place.Start == 0 ? "It discloses in its first sentence." : "It discloses in its last sentence.",
                new Evidence("disclosure", comment.Text[place.Start..place.End].Trim(), place)
            );
        return Gate.Fail(
            "G3",
            "The disclosure is missing, or is neither its first nor its last sentence.",
            new Evidence("expected", Disclosures.For(brief, scene.Post.Post.Language))
        );
    }
}
