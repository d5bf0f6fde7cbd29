using Atelier.Drawing.Characters;

namespace Atelier.Drawing.Composition;

/// <summary>A figure on its way to its place on the page.</summary>
internal sealed class Actor(ActorCue cue, Figure figure, bool facesRight, double x)
{
    public ActorCue Cue { get; } = cue;
    public Figure Figure { get; } = figure;
    public bool FacesRight { get; } = facesRight;

    /// <summary>Where the middle of the figure's bounds stands, in points.</summary>
    public double X { get; set; } = x;

    /// <summary>Where its feet, its water line or its lower end is, in points.</summary>
    public double Y { get; set; }

    /// <summary>Points per figure unit.</summary>
    public double Scale { get; set; }

    public double HalfWidth => Figure.Bounds.Width * Scale / 2;
    public double Above => (Figure.FootY - Figure.Bounds.Y) * Scale;
    public Box Bounds => OnPage(Figure.Bounds);
    public Box Face => OnPage(Figure.Face);

    public string Svg => Placed(Figure);

    /// <summary>Another drawing of the same somebody, on the same spot.</summary>
    public (string Svg, Box Bounds) As(Figure figure) => (Placed(figure), OnPage(figure.Bounds));

    private string Placed(Figure figure) =>
        $"<g transform=\"translate({Xml.Number(X - Figure.Bounds.CentreX * Scale)} {Xml.Number(Y - figure.FootY * Scale)}) "
        + $"scale({Math.Round(Scale, 4).ToString(System.Globalization.CultureInfo.InvariantCulture)})\">{figure.Svg}</g>";

    private Box OnPage(Box box) =>
        new(
            X + (box.X - Figure.Bounds.CentreX) * Scale,
            Y + (box.Y - Figure.FootY) * Scale,
            box.Width * Scale,
            box.Height * Scale
        );
}
