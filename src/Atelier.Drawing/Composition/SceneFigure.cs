using Atelier.Drawing.Art;

namespace Atelier.Drawing.Composition;

/// <summary>One of the cast, or a thing, in its place: what a film moves by itself.</summary>
/// <param name="Layer">The layer of the scene it is part of.</param>
/// <param name="Bounds">Of everything painted, in points.</param>
/// <param name="Cue">What one of the cast does; null for a thing.</param>
/// <param name="FacesRight">Which way it goes when it goes.</param>
public sealed record SceneFigure(
    string Layer,
    string Name,
    string Svg,
    Box Bounds,
    Habitat Habitat,
    ActorCue? Cue,
    bool FacesRight
)
{
    /// <summary>The same somebody on the same spot doing something else; a thing only ever looks one way.</summary>
    public Func<ActorAction, (string Svg, Box Bounds)> Posed { get; init; } = _ => ("", default);
}
