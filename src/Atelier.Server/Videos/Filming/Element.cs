namespace Atelier.Videos.Filming;

/// <summary>Where an element is at a moment: which of its drawings, and how far from where it was drawn, in points.</summary>
internal readonly record struct Placement(int Drawing, double X, double Y)
{
    public static readonly Func<double, Placement> AtRest = _ => default;
}

/// <summary>One thing that a film moves by itself, before it is rasterised.</summary>
/// <param name="Drawings">All its looks, such as the two steps of a walk.</param>
/// <param name="Parallax">How far it goes with the camera: 0 never, 1 as far as the camera does.</param>
/// <param name="At">Where it is after so many seconds of its scene.</param>
internal sealed record Element(IReadOnlyList<Cutting> Drawings, double Parallax, Func<double, Placement> At)
{
    public static Element Fixed(string svg, Drawing.Box box, double parallax) =>
        new([new Cutting(svg, box)], parallax, Placement.AtRest);
}
