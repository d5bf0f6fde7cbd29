namespace Atelier.Reading.Articles;

/// <param name="Refusal">Why it is no page that can be read; null where it is one.</param>
public sealed record ArticleReading(ArticlePage? Page, string? Refusal);
