using Atelier.Campaigns.Blogs;

namespace Atelier.Campaigns.Comments.Checking;

/// <summary>A post as it was read, and what is known of the place it stands in.</summary>
/// <param name="Text">Paragraphs, without the title.</param>
/// <param name="Status">Of the fetch; null when it was never fetched.</param>
/// <param name="Hidden">What the page hid from readers.</param>
internal sealed record PostText(
    Uri Url,
    string Title,
    string Text,
    string? Language,
    int? Status,
    DateTimeOffset? FetchedAt,
    bool RobotsAllowed,
    PostOpenness Openness,
    string? OpennessEvidence = null,
    bool TermsForbid = false,
    string? TermsEvidence = null,
    string? HostBlock = null
)
{
    public string? Author { get; init; }
    public IReadOnlyList<string> Keyphrases { get; init; } = [];
    public IReadOnlyList<string> Hidden { get; init; } = [];
}

/// <summary>Who speaks in a comment.</summary>
/// <param name="Experience">What may be said of it; nothing else is.</param>
/// <param name="Confirmed">A person answers for <paramref name="Experience"/>.</param>
internal sealed record PersonaBrief(
    string Name,
    string Voice,
    string Background,
    IReadOnlyList<string> Experience,
    bool Confirmed
);

/// <summary>What a campaign asks of every comment.</summary>
/// <param name="Disclosure">The sentence that says what ties the persona to the subject.</param>
/// <param name="Links">Addresses a comment may name; none by default.</param>
/// <param name="Domains">The campaign's own.</param>
internal sealed record CommentBrief(
    string Topic,
    IReadOnlyList<string> Keywords,
    string Affiliation,
    string Disclosure,
    IReadOnlyList<string> Links,
    IReadOnlyList<string> Domains,
    PersonaBrief Persona
);

/// <summary>Another draft of the campaign.</summary>
internal sealed class OtherDraft(Guid id, Guid postId, string persona, string host, string text)
{
    public Guid Id => id;
    public Guid PostId => postId;
    public string Persona => persona;
    public string Host => host;

    /// <summary>Counted once for all comparisons.</summary>
    public Grams Grams { get; } = Grams.Of(text);
}
