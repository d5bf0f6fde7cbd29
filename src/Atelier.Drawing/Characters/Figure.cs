using Atelier.Drawing.Art;

namespace Atelier.Drawing.Characters;

/// <summary>
/// One character drawn once. All figures share one scale: a standing child is <see cref="UnitsPerChild"/> units tall,
/// so a picture multiplies every figure by the same number and sizes stay right among them, whatever the pose.
/// </summary>
/// <param name="Svg">A fragment of SVG without its document element; it carries no ids that could clash.</param>
/// <param name="Bounds">Tight box of everything painted, shadow included, in figure units.</param>
/// <param name="Face">Where the face is: nothing may cover it.</param>
/// <param name="FootY">The y that stands on the ground, on the water line or at the lower end in the air.</param>
/// <param name="Height">Natural height over a child's: a mouse 0.55, a giraffe 1.6.</param>
/// <param name="DrawingIds">Drawings of the art pack used, for their licences.</param>
/// <param name="Notes">What could not be shown as asked, in words.</param>
public sealed record Figure(
    string Svg,
    Box Bounds,
    Box Face,
    double FootY,
    Habitat Habitat,
    double Height,
    IReadOnlyList<string> DrawingIds,
    IReadOnlyList<string> Notes
)
{
    public const double UnitsPerChild = 100;
}
