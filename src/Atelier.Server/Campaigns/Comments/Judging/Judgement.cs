namespace Atelier.Campaigns.Comments.Judging;

/// <summary>What a model thinks of a draft, asked twice with its two sides in either order. It opens no gate.</summary>
/// <param name="OfVersion">The version it is about.</param>
/// <param name="Lean">-1, drop it, to 1, keep it: the mean of both answers.</param>
/// <param name="OrderAgrees">Both answers came to the same verdict.</param>
public sealed record Judgement(
    int OfVersion,
    string Model,
    string PromptVersion,
    double Lean,
    bool OrderAgrees,
    IReadOnlyList<string> Against,
    IReadOnlyList<string> For,
    DateTimeOffset At
);
