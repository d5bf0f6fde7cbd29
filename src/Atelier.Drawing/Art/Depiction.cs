namespace Atelier.Drawing.Art;

public enum DepictionKind
{
    /// <summary>The drawing shows the noun itself.</summary>
    Exact,

    /// <summary>The drawing shows something near: a kind it belongs to, or a thing it is used with.</summary>
    Related,

    /// <summary>Nothing fits; there is no drawing.</summary>
    None,
}

/// <summary>How a noun is drawn.</summary>
/// <param name="Drawing">Null when <paramref name="Kind"/> is None.</param>
/// <param name="Via">The word the drawing really shows: "dog" for a labrador.</param>
/// <param name="Size">Natural height of the ink; a child is 1.</param>
public sealed record Depiction(
    Drawing? Drawing,
    DepictionKind Kind,
    string Via,
    double Size,
    Habitat Habitat,
    Portrayal Shows
);
