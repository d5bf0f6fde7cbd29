using Atelier.Drawing.Art;

namespace Atelier.Drawing.Characters;

/// <summary>Characters that are one drawing: animals drawn whole, and things brought to life with face and limbs.</summary>
internal sealed class WholePainter(Drawing drawing, CharacterLook look, bool thing)
{
    private const double Limbs = 13;
    private readonly WholeAnimal? _animal = WholeAnimals.Find(drawing.Id[(drawing.Id.IndexOf(':') + 1)..]);

    public double Size => _animal?.Size ?? 1;

    public Habitat Habitat => _animal?.Habitat ?? Habitat.Ground;

    public (Box Face, double Lift) Paint(Pen pen, ActorCue cue, Drawing? held)
    {
        var ink = drawing.Ink;
        var scale = (thing ? 62 : 92) / Math.Max(ink.Width, ink.Height);
        var (turn, lift) = cue.Action switch
        {
            ActorAction.Run => (7.0, 2.0),
            ActorAction.Walk => (2.0, 0.0),
            ActorAction.Jump => (-9.0, 20.0),
            ActorAction.Dance => (-10.0, 0.0),
            ActorAction.Fly => (-7.0, 24.0),
            ActorAction.Swim => (5.0, 0.0),
            ActorAction.Hug => (8.0, 0.0),
            ActorAction.Sleep => (12.0, 0.0),
            ActorAction.Sit => (-3.0, 0.0),
            _ => (0.0, 0.0),
        };
        var stands = thing && cue.Action is not (ActorAction.Sit or ActorAction.Sleep or ActorAction.Hide);
        var peek = cue.Action == ActorAction.Hide ? -24 : 0; // over the top of what hides it
        using (pen.Turned(0, peek, turn))
        {
            if (stands)
                Legs(pen, Pose.Of(cue.Action, false), ink.Width * scale);
            if (thing && cue.Action is not (ActorAction.Sleep or ActorAction.Hide))
                Arms(pen, Pose.Of(cue.Action, false), ink.Width * scale, ink.Height * scale);
            // The pack's animals look to the left; figures are drawn looking right.
            var body = IconSurgery.Recoloured(drawing.BodyWithIds(Ids.Prefix(look.Id, "body")), Coat);
            using (pen.Turned(0, 0, 0, thing ? scale : -scale, scale))
            using (pen.Turned(-ink.CentreX, -ink.Bottom))
            {
                pen.Raw(body);
                Marks(pen);
            }
            if (thing)
                Face(pen, ink.Height * scale, cue);
        }
        if (held is not null)
            pen.Raw(
                held.Place(
                    Ids.Prefix(look.Id, "held"),
                    new Box(ink.Width * scale / 2 - 4, -ink.Height * scale * 0.5 - 14, 26, 26)
                )
            );
        var top = -ink.Height * scale;
        if (cue.Action == ActorAction.Hide)
            Hideouts.Paint(pen, cue.Behind);
        Signs(pen, cue, ink.Width * scale / 2, top);
        var (fx, fy) = thing
            ? (0.0, top * 0.5)
            : (
                -((_animal?.EyeX ?? ink.CentreX) - ink.CentreX) * scale,
                ((_animal?.EyeY ?? ink.CentreY) - ink.Bottom) * scale
            );
        var reach = thing ? 17 : 19;
        return (new Box(fx - reach, fy + peek - reach, 2 * reach, 2 * reach), lift);
    }

    private string Coat(string colour) =>
        look.Recolour == 0 || Tint.Luma(colour) < 0.15 ? colour : Tint.Turn(colour, look.Recolour * 72, 0.9, 1);

    private void Marks(Pen pen)
    {
        var (x, y) = _animal is { } animal
            ? (animal.HatX, animal.HatY)
            : (drawing.Ink.CentreX, drawing.Ink.Y + drawing.Ink.Height * 0.03);
        var unit = drawing.Width / 32;
        using (pen.Turned(x, y, 0, 0.62 * unit))
            new MarkerPainter(look.Marker).OnHead(
                pen,
                new HeadArt(
                    "",
                    -3,
                    3,
                    6,
                    0,
                    8,
                    null,
                    12,
                    0,
                    NeckX: look.Marker.Kind is MarkerKind.Bow or MarkerKind.Flower ? -8 : 0
                )
            );
    }

    private static void Legs(Pen pen, Pose pose, double width)
    {
        foreach (var (side, limb) in new[] { (-1, pose.LegBack), (1, pose.LegFront) })
        {
            var x = side * Math.Min(14, width * 0.22);
            var (kx, ky) = Step(x, -3, limb.Upper, 8);
            var (fx, fy) = Step(kx, ky, limb.Lower, 8);
            pen.Line("#4a3b40", 3.6, Pen.D($"M{x} -3Q{kx} {ky} {fx} {fy}"));
            using (pen.Turned(fx, fy, -limb.Lower * 0.75))
                pen.Fill(Shoe, "M-4 -2C-5 3 -4.500 4 -3 4H7C9.500 4 8.500 -1 3 -2.500Z");
        }
    }

    private const string Shoe = "#5a4038";

    private static void Arms(Pen pen, Pose pose, double width, double height)
    {
        foreach (var (side, limb) in new[] { (-1, pose.ArmBack), (1, pose.ArmFront) })
        {
            var (x, y) = (side * width * 0.4, -height * 0.42);
            var (ex, ey) = Step(x, y, limb.Upper == 0 ? side * 20 : limb.Upper * 1.3 + side * 10, Limbs);
            var (hx, hy) = Step(ex, ey, limb.Lower, Limbs * 0.9);
            pen.Line("#4a3b40", 3.4, Pen.D($"M{x} {y}Q{ex} {ey} {hx} {hy}"))
                .Oval("#ffffff", hx, hy, 4.6)
                .Oval("#e9e4dd", hx, hy + 1.4, 2.4, 1.6);
        }
    }

    private static void Face(Pen pen, double height, ActorCue cue)
    {
        var y = -height * 0.54;
        foreach (var x in new[] { -8.0, 8 })
            if (cue.Action == ActorAction.Sleep || cue.Mood == Mood.Sleepy)
                pen.Oval("#ffffff", x, y, 5.4, 6.2).Line("#2d2226", 1.8, Pen.D($"M{x - 3.4} {y}q3.4 3.6 6.8 0"));
            else if (cue.Mood == Mood.Happy)
                pen.Oval("#ffffff", x, y, 5.4, 6.2).Line("#2d2226", 2, Pen.D($"M{x - 3.2} {y + 1.6}q3.2 -4.6 6.4 0"));
            else
                pen.Oval("#ffffff", x, y, 5.4, 6.2)
                    .Oval("#2d2226", x + 1, y + 0.6, 3.1, 3.9)
                    .Oval("#ffffff", x, y - 1, 1.1);
        pen.Oval("#ff8a94", -14, y + 8, 3.4, 2.3, 0.75).Oval("#ff8a94", 14, y + 8, 3.4, 2.3, 0.75);
        var m = y + 9;
        if (cue.Action == ActorAction.Talk || cue.Mood == Mood.Surprised)
            pen.Oval("#7c1f33", 0, m + 1.5, 3.6, 4.4).Oval("#f2738c", 0, m + 3.6, 2.2, 1.6);
        else if (cue.Mood is Mood.Sad or Mood.Worried)
            pen.Line("#2d2226", 2.2, Pen.D($"M-4.5 {m + 3}q4.5 -4.6 9 0"));
        else
            pen.Line("#2d2226", 2.2, Pen.D($"M-5 {m}q5 5.4 10 0"));
        if (cue.Mood is Mood.Sad or Mood.Worried)
            pen.Line("#2d2226", 1.9, Pen.D($"M-12.5 {y - 7}l7.5 -3M12.5 {y - 7}l-7.5 -3"));
    }

    private void Signs(Pen pen, ActorCue cue, double half, double top)
    {
        if (cue.Action == ActorAction.Sleep)
            Effects.Snore(pen, half * 0.7, top + 8);
        else if (cue.Action == ActorAction.Dance)
            Effects.Note(pen, half + 4, top + 14);
        else if (cue.Action == ActorAction.Hug)
            Effects.Heart(pen, half + 6, top + 14);
        else if (cue.Action == ActorAction.Run)
            Effects.Dash(pen, -half - 4, top * 0.6);
        else if (cue.Action == ActorAction.Swim)
            Effects.Bubbles(pen, half + 4, top * 0.6);
        if (thing || cue.Action == ActorAction.Sleep)
            return;
        if (cue.Mood == Mood.Sad)
            Effects.Drop(pen, half * 0.55 + 14, top * 0.62);
        else if (cue.Mood == Mood.Worried)
            Effects.Drop(pen, half * 0.4 + 10, top * 0.92);
        else if (cue.Mood == Mood.Surprised)
            Effects.Surprise(pen, half * 0.3, top - 3);
        else if (cue.Mood == Mood.Happy)
            Effects.Joy(pen, half * 0.9, top * 0.95);
    }

    private static (double X, double Y) Step(double x, double y, double degrees, double length)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        return (x + sin * length, y + cos * length);
    }
}
