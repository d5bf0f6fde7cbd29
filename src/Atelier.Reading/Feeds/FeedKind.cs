namespace Atelier.Reading.Feeds;

public enum FeedKind
{
    /// <summary>RSS 0.91 to 2.0.</summary>
    Rss,

    /// <summary>RSS 0.90 and 1.0.</summary>
    Rdf,

    /// <summary>Atom 0.3 and 1.0.</summary>
    Atom,

    /// <summary>JSON Feed.</summary>
    Json,

    /// <summary>Channel Definition Format, long gone and still met.</summary>
    Cdf,
}
