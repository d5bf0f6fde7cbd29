namespace Atelier.Campaigns.Comments.Checking.Gates;

/// <summary>G4: links are not what comments are for.</summary>
internal static class LinkGate
{
    private const int Most = 1;

    public static GateResult Judge(GateScene scene)
    {
        var (comment, brief) = (scene.Comment, scene.Brief);
        var wrong = new List<Evidence>();
        foreach (var (index, link) in comment.Links.Index())
            if (Problem(link, index, comment, brief) is { } problem)
                wrong.Add(new(problem, link.Text, link.Place));
        return wrong.Count > 0
            ? Gate.Fail(
                "G4",
                $"A link must not be here: {string.Join("; ", wrong.Select(one => one.What).Distinct())}.",
                wrong
            )
            : Gate.Pass(
                "G4",
                comment.Links.Count == 0 ? "No links." : "One link, which the campaign allows.",
                [.. comment.Links.Select(link => new Evidence("link", link.Text, link.Place))]
            );
    }

    private static string? Problem(FoundLink link, int index, StudiedComment comment, CommentBrief brief) =>
        link.Host is null ? "it is disguised"
        : LinkFinder.IsShortener(link.Host) ? "it is shortened"
        : index >= Most ? "it is one too many"
        : !brief.Links.Any(allowed => LinkFinder.IsSame(link.Text, allowed)) ? "the campaign does not allow it"
        : comment.Disclosed is null && brief.Domains.Any(domain => LinkFinder.IsUnder(link.Host, domain))
            ? "it leads to the campaign's domain without a disclosure"
        : null;
}
