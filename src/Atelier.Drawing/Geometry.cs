namespace Atelier.Drawing;

/// <summary>An upright rectangle; units are those of the page (points) unless said otherwise.</summary>
public readonly record struct Box(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;
    public double Bottom => Y + Height;
    public double CentreX => X + Width / 2;
    public double CentreY => Y + Height / 2;

    public Box Inset(double by) => new(X + by, Y + by, Width - 2 * by, Height - 2 * by);

    public bool Overlaps(Box other) => X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom;
}

/// <summary>One page to draw on, bleed included.</summary>
/// <param name="Width">Points (1/72 inch), bleed included.</param>
/// <param name="Height">Points, bleed included.</param>
/// <param name="Live">Where text and faces may stand: inside the trim and the printer's margins.</param>
public sealed record PageFrame(double Width, double Height, Box Live);

/// <summary>A named group of one picture, back to front: films move layers apart, books stack them.</summary>
/// <param name="Name">For example sky, far, middle, actors, near, weather, panel.</param>
/// <param name="Svg">A fragment of SVG without its document element.</param>
public sealed record SceneLayer(string Name, string Svg);
