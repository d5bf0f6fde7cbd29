namespace Atelier.Drawing.Art;

/// <summary>Where a thing belongs in a picture.</summary>
public enum Habitat
{
    /// <summary>Stands on the ground.</summary>
    Ground,

    /// <summary>Flies or hangs in the air.</summary>
    Air,

    /// <summary>Swims in water or floats on it.</summary>
    Water,

    /// <summary>Small enough to be held, to stand on a table, or to lie near somebody.</summary>
    Small,

    /// <summary>Belongs to the sky itself.</summary>
    Sky,
}

/// <summary>How much of its subject a drawing shows.</summary>
public enum Portrayal
{
    Whole,

    /// <summary>Head only: needs a body to stand in a scene.</summary>
    Face,

    /// <summary>Head and shoulders.</summary>
    Bust,
}
