namespace Atelier.Reading.Sitemaps;

/// <param name="Refusal">Why it is no sitemap; null where it is one.</param>
public sealed record SitemapReading(Sitemap? Sitemap, string? Refusal);

/// <param name="Pages">What a sitemap lists.</param>
/// <param name="Sitemaps">What an index of sitemaps lists.</param>
/// <param name="Cut">Whether there was more than a sitemap may have.</param>
public sealed record Sitemap(IReadOnlyList<SitemapPlace> Pages, IReadOnlyList<SitemapPlace> Sitemaps, bool Cut);

public sealed record SitemapPlace(Uri Address, DateTimeOffset? Modified);
