namespace Atelier.Reading.Feeds;

/// <param name="Refusal">Why it is no feed that can be read; null where it is one.</param>
public sealed record FeedReading(Feed? Feed, string? Refusal);
