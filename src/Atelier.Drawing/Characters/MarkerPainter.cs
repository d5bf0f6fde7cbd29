namespace Atelier.Drawing.Characters;

/// <summary>Draws the one thing a character always wears, on the body, behind it, or on the head.</summary>
internal sealed class MarkerPainter(Marker marker)
{
    private readonly string _colour = marker.Colour;
    private readonly string _dark = Tint.Shade(marker.Colour, -0.22);
    private readonly string _light = Tint.Shade(marker.Colour, 0.45);

    /// <summary>Body coordinates: hips at the origin, shoulders 33 above.</summary>
    public void Behind(Pen pen)
    {
        if (marker.Kind == MarkerKind.Cape)
            pen.Fill(
                _colour,
                "M-10 -34C-24 -26 -33 -8 -36 12C-26 17 -20 11 -12 15C-4 18 8 16 17 12C20 -6 18 -24 10 -34Z"
            );
        if (marker.Kind == MarkerKind.Backpack)
        {
            pen.Fill(_dark, "M-12 -36C-26 -36 -29 -28 -29 -16C-29 -4 -26 -1 -14 -1Z");
            pen.Fill(_colour, "M-12 -34C-23 -34 -26.500 -28 -26.500 -19C-26.500 -14 -22 -13 -12 -13Z");
        }
    }

    public void OnBody(Pen pen)
    {
        switch (marker.Kind)
        {
            case MarkerKind.Scarf:
                pen.Fill(_dark, "M-12 -31L-6 -29L-8.500 -9C-11 -7.500 -15 -8 -16.500 -10Z");
                pen.Line(_light, 1.8, "M-15.600 -12.500L-8.600 -11.500M-14.800 -17L-8 -16");
                pen.Line(_colour, 8.6, "M-12 -33.500C-6 -27.500 6 -27.500 12 -33.500");
                break;
            case MarkerKind.Cape:
                pen.Line(_colour, 4.6, "M-11 -33C-5 -28.500 5 -28.500 11 -33").Oval("#fbd34d", 0, -29.5, 2.8);
                break;
            case MarkerKind.BowTie:
                using (pen.Turned(0, -27))
                {
                    pen.Fill(
                        _colour,
                        "M0 0C-3 -5 -9 -8 -12 -6C-13.500 -3 -13.500 3 -12 6C-9 8 -3 5 0 0C3 5 9 8 12 6C13.500 3 13.500 -3 12 -6C9 -8 3 -5 0 0Z"
                    );
                    pen.Oval(_dark, 0, 0, 3.2, 3.6);
                }
                break;
            case MarkerKind.Bandana:
                pen.Fill(_colour, "M-14 -33C-6 -28 6 -28 14 -33C14 -26 6 -15 0 -13C-6 -15 -14 -26 -14 -33Z");
                pen.Oval(_light, -5, -25.5, 1.4)
                    .Oval(_light, 1, -21.5, 1.4)
                    .Oval(_light, 6, -26, 1.4)
                    .Oval(_light, 0.5, -17, 1.2);
                break;
            case MarkerKind.Backpack:
                pen.Line(_colour, 4, "M-9 -33C-13 -26 -13 -16 -13.500 -8M9 -33C13 -26 13 -16 13.500 -8");
                break;
        }
    }

    /// <summary>Head coordinates: the 32 x 32 canvas.</summary>
    public void OnHead(Pen pen, HeadArt head)
    {
        var hatScale = head.HatWidth / 20;
        switch (marker.Kind)
        {
            case MarkerKind.Glasses:
                Headwear.Glasses(pen, head, _colour);
                break;
            case MarkerKind.Bow:
                using (pen.Turned(head.NeckX + (head.Profile ? -1 : 8), head.Top + 0.5, 22, 0.78))
                {
                    pen.Fill(
                        _colour,
                        "M0 0C-3 -5 -9 -8 -12 -6C-13.500 -3 -13.500 3 -12 6C-9 8 -3 5 0 0C3 5 9 8 12 6C13.500 3 13.500 -3 12 -6C9 -8 3 -5 0 0Z"
                    );
                    pen.Fill(_dark, "M0 0C-3 -2 -7 -3 -9 -2C-7 0 -3 1.500 0 0C3 -2 7 -3 9 -2C7 0 3 1.500 0 0Z")
                        .Oval(_dark, 0, 0, 3, 3.4);
                }
                break;
            case MarkerKind.Flower:
                using (pen.Turned(head.NeckX + (head.Profile ? -1 : 8.5), head.Top + 1))
                {
                    for (var i = 0; i < 6; i++)
                    {
                        var (sin, cos) = Math.SinCos(i * Math.PI / 3);
                        pen.Oval(_colour, sin * 3.3, cos * 3.3, 2.5);
                    }
                    pen.Oval("#ffd54a", 0, 0, 2.2);
                }
                break;
            case MarkerKind.PartyHat:
                using (pen.Turned(head.NeckX + (head.Profile ? -2 : 0), head.Top + 1, head.Profile ? 6 : -6, hatScale))
                {
                    pen.Fill(_colour, "M-6.500 0L0 -14L6.500 0C3 1.800 -3 1.800 -6.500 0Z");
                    pen.Line(
                            _light,
                            1.8,
                            "M-4.700 -3.500C-2 -2.300 2 -2.300 4.700 -3.500M-2.800 -7.500C-1 -6.800 1 -6.800 2.800 -7.500"
                        )
                        .Oval("#ffd54a", 0, -14, 2.3);
                }
                break;
            case MarkerKind.Beanie:
                using (pen.Turned(head.NeckX + (head.Profile ? -2 : 0), head.Top + 2, head.Profile ? 4 : 0, hatScale))
                {
                    pen.Fill(_colour, "M-9 -1C-9 -9 -4 -12 0 -12C4 -12 9 -9 9 -1Z");
                    pen.Fill(
                            _dark,
                            "M-10 -3C-4 -5 4 -5 10 -3C11 -1 11 0 10 1.800C4 0 -4 0 -10 1.800C-11 0 -11 -1 -10 -3Z"
                        )
                        .Oval(_light, 0, -13, 3);
                }
                break;
        }
    }
}
