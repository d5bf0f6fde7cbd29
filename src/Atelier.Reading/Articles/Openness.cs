namespace Atelier.Reading.Articles;

/// <summary>Whether readers may write under a page.</summary>
public enum OpennessState
{
    Unknown,
    Open,

    /// <summary>Open to those who have an account, of the site or of a service.</summary>
    OpenLogin,

    /// <summary>Open, and the page says that somebody reads comments before they appear.</summary>
    Moderated,
    Closed,

    /// <summary>The page has no place for comments.</summary>
    None,
}

/// <param name="Evidence">What in the page says so, as it stands there.</param>
/// <param name="System">What the comments run on, where it shows.</param>
public sealed record Openness(OpennessState State, string? Evidence, string? System);
