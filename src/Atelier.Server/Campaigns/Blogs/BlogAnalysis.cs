namespace Atelier.Campaigns.Blogs;

/// <summary>One thing that speaks for or against a blog.</summary>
/// <param name="Name">Such as <c>freshness</c> or <c>authority.https</c>.</param>
/// <param name="Value">0 to 1; null where nothing tells.</param>
/// <param name="Detail">What it was worked out from.</param>
public sealed record AnalysisPart(string Name, double? Value, string Detail);

/// <summary>How a blog suits a topic, in parts: there is no number for everything.</summary>
internal sealed record BlogAnalysis(
    string Topic,
    IReadOnlyList<string> Keywords,
    IReadOnlyList<AnalysisPart> Parts,
    DateTimeOffset AnalyzedAt
);
