namespace Atelier.Drawing.Characters;

/// <summary>The one thing each character always wears; no two of a cast share kind and colour.</summary>
public enum MarkerKind
{
    Scarf,
    BowTie,
    Bow,
    Flower,
    Glasses,
    Backpack,
    Cape,
    PartyHat,
    Beanie,
    Bandana,
}

/// <param name="Colour">As #rrggbb.</param>
public sealed record Marker(MarkerKind Kind, string Colour);

/// <summary>How one character looks on every page.</summary>
/// <param name="Kind">A kind of the artist's table, <c>drawing:</c> or <c>thing:</c> and an art pack id.</param>
/// <param name="Recolour">Which natural colouring of the kind: 0 is the drawing's own.</param>
/// <param name="Size">Factor on the kind's natural size; two of a kind differ.</param>
/// <param name="Skin">Art pack suffix of the skin tone, or empty for the yellow default; people only.</param>
/// <param name="Hair">#rrggbb, or empty for the drawing's own; people only.</param>
/// <param name="Top">Colour of the clothes, #rrggbb; people only.</param>
/// <param name="Bottom">Colour of trousers or skirt, #rrggbb; people only.</param>
/// <param name="Note">What the artist could not do as asked, or null.</param>
public sealed record CharacterLook(
    string Id,
    string Name,
    string Noun,
    string Kind,
    int Recolour,
    double Size,
    string Skin,
    string Hair,
    string Top,
    string Bottom,
    Marker Marker,
    string? Note = null
);

/// <summary>The fixed looks of a cast; plain data that survives JSON.</summary>
public sealed record CharacterSheet(IReadOnlyList<CharacterLook> Looks)
{
    /// <summary>The look of one character, or null when the sheet does not know the id.</summary>
    public CharacterLook? Find(string id)
    {
        foreach (var look in Looks)
            if (look.Id == id)
                return look;
        return null;
    }
}
