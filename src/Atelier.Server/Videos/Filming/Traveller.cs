using Atelier.Drawing;
using Atelier.Drawing.Art;
using Atelier.Videos.Storyboards;

namespace Atelier.Videos.Filming;

/// <summary>Things on their way through the picture: cars that drive or fly, birds, leaves, balloons.</summary>
internal static class Traveller
{
    /// <param name="page">In points.</param>
    /// <param name="ground">Where it drives or sails: the far edge and the near one, in points.</param>
    /// <param name="lit">Puts a drawing into the light of the scene.</param>
    public static IEnumerable<Element> Of(
        Depiction look,
        int count,
        Travel travel,
        PageFrame page,
        Shot shot,
        (double Far, double Near) ground,
        Func<string, string> lit,
        Seed seed
    )
    {
        if (look.Drawing is not { } drawing)
            yield break;
        var near =
            page.Height
            * (
                shot == Shot.Wide ? 0.2
                : shot == Shot.Medium ? 0.27
                : 0.36
            );
        for (var i = 0; i < count; i++)
        {
            var chance = seed.For("copy", i);
            var depth = count == 1 ? 0.8 : (i + chance.Between(0.2, 0.8)) / count;
            var height = near * Math.Clamp(look.Size, 0.4, 1.3) * (0.45 + 0.55 * depth);
            var width = drawing.Ink.Width * height / Math.Max(1e-6, drawing.Ink.Height);
            var right = chance.Chance(0.5);
            var y = travel switch
            {
                Travel.Drive or Travel.Sail => ground.Far + (ground.Near - ground.Far) * depth,
                Travel.Rise or Travel.Fall => 0,
                _ => page.Height * chance.Between(0.16, 0.5),
            };
            // The art pack's vehicles and birds look to the left.
            var x = page.Width / 2;
            var size = height / Math.Max(1e-6, drawing.Ink.Height);
            var svg = lit(drawing.Stand($"t{seed.For("id").Next() & 0xffff:x}{i}-", x, y, size, right));
            var box = new Box(x - width / 2, y - height, width, height);
            yield return new Element(
                [new Cutting(svg, box.Inset(-1))],
                0.35 + 0.4 * depth,
                Way(travel, page, box, right, depth, chance)
            );
        }
    }

    private static Func<double, Placement> Way(
        Travel travel,
        PageFrame page,
        Box box,
        bool right,
        double depth,
        Seed chance
    )
    {
        var phase = chance.Between(0, 1);
        if (travel is Travel.Rise or Travel.Fall)
        {
            // It comes in at one edge, leaves at the other and comes again.
            var (span, column) = (page.Height + box.Height, page.Width * (chance.Between(0.08, 0.92) - 0.5));
            var speed = (travel == Travel.Fall ? 1 : -1) * page.Height * (0.1 + 0.1 * depth);
            return t =>
                new(
                    0,
                    column + box.Width * 0.3 * Math.Sin(t * 1.3 + phase * 2 * Math.PI),
                    Around(phase * span + speed * t, span)
                );
        }
        var (road, rate) = (page.Width + 2 * box.Width, page.Width * (0.11 + 0.13 * depth) * (right ? 1 : -1));
        var bob = travel switch
        {
            Travel.Drive => box.Height * 0.012,
            Travel.Sail => box.Height * 0.03,
            _ => box.Height * 0.1,
        };
        var pace = travel == Travel.Drive ? 5.0 : 0.45;
        return t =>
            new(0, Around(phase * road + rate * t, road) - road / 2, bob * Math.Sin((t * pace + phase) * 2 * Math.PI));
    }

    private static double Around(double value, double span) => value - span * Math.Floor(value / span);
}
