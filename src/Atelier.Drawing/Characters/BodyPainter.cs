namespace Atelier.Drawing.Characters;

/// <summary>
/// Draws a puppet's body around its hips (0, 0), facing right: shoulders 34 units above, feet about 20 below. The head
/// is set on the shoulders by the caller's <c>head</c> action.
/// </summary>
internal sealed class BodyPainter(Kind kind, LookColours colours, CharacterLook look)
{
    public const double Shoulder = -33;
    private const double Reach = 13.5;

    private readonly Wardrobe? _clothes = kind.Costume is { } costume ? new Wardrobe(costume, look, colours) : null;

    private bool Grown => kind.IsPerson && kind.Size > 1.14;

    private double Leg =>
        kind.Costume?.Garment == Garment.FishTail ? 0
        : Grown ? 12.5
        : kind.BirdFeet ? 6.5
        : 9.5;

    public void Paint(
        Pen pen,
        Pose pose,
        double spread,
        MarkerPainter marker,
        Action head,
        Action<double, double>? held,
        bool heldBehind
    )
    {
        using (pen.Turned(0, 0, pose.Turn))
        {
            Appendages.Wings(pen, kind, colours, spread);
            Appendages.Tail(pen, kind, colours);
            _clothes?.Behind(pen);
            marker.Behind(pen);
            var skirted = kind.Costume?.Garment is Garment.Dress or Garment.Robe;
            if (!pose.Seated || skirted)
                Legs(pen, pose);
            if (!pose.BackArmInFront)
                Arm(pen, -1, pose.ArmBack);
            if (!pose.FrontArmInFront)
                Arm(pen, 1, pose.ArmFront);
            Torso(pen);
            if (pose.Seated && !skirted)
                SeatedLegs(pen);
            marker.OnBody(pen);
            if (pose.BackArmInFront)
                Arm(pen, -1, pose.ArmBack);
            if (heldBehind && held is not null)
                Hold(held, -1, pose.ArmBack);
            using (pen.Turned(0, Shoulder, pose.HeadTurn - pose.Turn))
                head();
            if (!heldBehind && held is not null)
                Hold(held, 1, pose.ArmFront);
            if (pose.FrontArmInFront)
                Arm(pen, 1, pose.ArmFront);
        }
    }

    public void Torso(Pen pen)
    {
        const string shape =
            "M-9 -36C-15 -35 -19 -20 -18.500 -7C-18 5 -11 7.500 0 7.500C11 7.500 18 5 18.500 -7C19 -20 15 -35 9 -36Z";
        if (_clothes is not null)
        {
            _clothes.Torso(pen, shape);
            return;
        }
        pen.Fill(colours.Fur, shape);
        pen.Oval(colours.Belly, 0, -10, 11.5, 14.5);
    }

    private void Legs(Pen pen, Pose pose)
    {
        if (Leg == 0)
            return;
        OneLeg(pen, -1, pose.LegBack);
        OneLeg(pen, 1, pose.LegFront);
    }

    private void OneLeg(Pen pen, int side, Limb limb)
    {
        var (x, y) = (side * 8.5, 2.0);
        var (kx, ky) = Step(x, y, limb.Upper, Leg);
        var (fx, fy) = Step(kx, ky, limb.Lower, Leg);
        var width =
            kind.BirdFeet ? 4
            : Grown ? 10.5
            : 12;
        var path = Pen.D($"M{x} {y}L{kx} {ky}L{fx} {fy}");
        if (_clothes is not null)
            _clothes.Leg(pen, path, Pen.D($"M{x} {y}L{kx} {ky}"), width);
        else
            pen.Line(kind.BirdFeet ? colours.Paw : colours.Limb, width, path);
        using (pen.Turned(fx, fy, -limb.Lower * 0.75))
            Foot(pen);
    }

    private void Foot(Pen pen)
    {
        if (kind.BirdFeet)
            pen.Fill(colours.Paw, "M-2.500 -1C-7 3 -7 5.500 -4 5.500H9C11.500 5.500 10.500 1.500 2.500 -1Z");
        else
            pen.Fill(
                _clothes?.Shoe ?? colours.Paw,
                "M-6.500 -1C-7.500 4.500 -7 6.500 -5 6.500H8.500C12.500 6.500 11.500 -0.500 5 -1.500Z"
            );
    }

    private void SeatedLegs(Pen pen)
    {
        foreach (var side in new[] { -1, 1 })
        {
            var path = Pen.D($"M{side * 9.0} 1L{side * 19.0} 3");
            if (_clothes is not null)
                _clothes.Leg(pen, path, path, Grown ? 11 : 12);
            else
                pen.Line(colours.Limb, 12.5, path);
            using (pen.Turned(side * 22, 1.500, side * 14))
            {
                pen.Oval(_clothes?.Shoe ?? (kind.BirdFeet ? colours.Paw : colours.Limb), 0, 0, 6.6, 8.4);
                if (_clothes is null && !kind.BirdFeet)
                    pen.Oval(Tint.Mix(colours.Belly, colours.Paw, 0.35), 0, 1.8, 3.7, 4.2);
            }
        }
    }

    private void Arm(Pen pen, int side, Limb limb)
    {
        var (x, y) = (side * 11.5, Shoulder + 5);
        var (ex, ey) = Step(x, y, limb.Upper, Reach);
        var (hx, hy) = Step(ex, ey, limb.Lower, Reach);
        var path = Pen.D($"M{x} {y}Q{ex} {ey} {hx} {hy}");
        if (kind.BirdFeet)
        {
            pen.Line(colours.Wing, 11, path);
            return;
        }
        pen.Line(_clothes?.Skin ?? colours.Limb, 9, path);
        _clothes?.Sleeve(pen, path, Pen.D($"M{x} {y}L{(x + ex) / 2 + (ex - x) * 0.2} {(y + ey) / 2 + (ey - y) * 0.2}"));
        pen.Oval(_clothes?.Glove ?? (Tint.Luma(colours.Paw) > 0.9 ? colours.Limb : HandColour), hx, hy, 5.6);
    }

    // Hooves and socks differ from the coat; otherwise hands are the limb's colour.
    private string HandColour => Tint.Mix(colours.Limb, colours.Paw, 0.8);

    private static void Hold(Action<double, double> held, int side, Limb limb)
    {
        var (ex, ey) = Step(side * 11.5, Shoulder + 5, limb.Upper, Reach);
        var (hx, hy) = Step(ex, ey, limb.Lower, Reach);
        held(hx, hy);
    }

    private static (double X, double Y) Step(double x, double y, double degrees, double length)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        return (x + sin * length, y + cos * length);
    }
}
