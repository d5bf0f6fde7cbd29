using Atelier.Drawing.Art;

namespace Atelier.Drawing.Characters;

/// <summary>Puts one puppet together for a cue: pose, head, mood, marker, what it holds, small signs.</summary>
internal sealed class PuppetPainter(Kind kind, CharacterLook look, Func<string, Drawing?> find)
{
    private readonly LookColours _colours = new(kind, look);
    private readonly MarkerPainter _marker = new(look.Marker);

    private double HeadScale => kind.IsPerson && kind.Size > 1.14 ? 1.5 : 1.8;

    /// <returns>The face's box in the same units, and how far the feet are above the ground.</returns>
    public (Box Face, double Lift) Paint(Pen pen, ActorCue cue, Drawing? held)
    {
        var talking = cue.Action == ActorAction.Talk;
        void Head() => PaintHead(pen, cue.Mood, cue.Action == ActorAction.Sleep, talking);
        switch (cue.Action)
        {
            case ActorAction.Sleep:
                return (Asleep(pen, Head), 0);
            case ActorAction.Hide:
                return (Hidden(pen, Head, cue.Behind), 0);
        }
        var pose = Pose.Of(cue.Action, kind.Wings != WingShape.None);
        var heldBehind = cue.Action is ActorAction.Wave or ActorAction.Talk or ActorAction.Dance or ActorAction.Swim;
        if (held is not null && !heldBehind && cue.Action is not (ActorAction.Hug or ActorAction.Jump))
            pose = pose with { ArmFront = new Limb(28, 112), FrontArmInFront = true };
        else if (held is not null && heldBehind && cue.Action != ActorAction.Dance)
            pose = pose with { ArmBack = new Limb(-40, -110) };
        var body = new BodyPainter(kind, _colours, look);
        var spread = cue.Action is ActorAction.Fly or ActorAction.Jump ? 1.0 : 0.35;
        body.Paint(
            pen,
            pose,
            spread,
            _marker,
            Head,
            held is null ? null : (x, y) => Hold(pen, held, look.Id, x, y, pose.Turn),
            heldBehind
        );
        Signs(pen, cue.Action, pose);
        return (FaceBox(0, BodyPainter.Shoulder, pose.Turn, pose.HeadTurn), pose.Lift);
    }

    private void PaintHead(Pen pen, Mood mood, bool asleep, bool talking)
    {
        var head = kind.Head;
        using (pen.Turned(0, 2, 0, head.Profile ? -HeadScale : HeadScale, HeadScale))
        using (pen.Turned(-head.NeckX, -head.Chin + (head.Profile ? 3 : 1.2)))
        {
            if (kind.Costume is { } costume)
                Headwear.Behind(pen, costume, look);
            new FacePainter(kind, _colours, find).Paint(pen, mood, asleep, talking);
            if (kind.Costume is { } worn)
                Headwear.InFront(pen, worn, look, head);
            _marker.OnHead(pen, head);
        }
    }

    private Box Asleep(Pen pen, Action head)
    {
        if (kind.IsPerson)
        {
            pen.Fill("#fffdf7", "M10 0C4 -4 4 -16 12 -17C24 -19 48 -19 60 -16C66 -12 66 -4 61 0Z");
            pen.Line("#e3dccb", 1.6, "M11 -4C24 -1.500 50 -1.500 61 -4");
            using (pen.Turned(31, -6, 14))
                head();
            pen.Fill(
                look.Top,
                "M-52 0C-58 -10 -54 -21 -43 -22C-34 -33 -12 -34 4 -28C18 -26 26 -20 27 -10C27.500 -5 27 -2 25 0Z"
            );
            pen.Line(
                Tint.Shade(look.Top, 0.4),
                3,
                "M-40 -23C-36 -14 -36 -6 -38 -1M-22 -30C-17 -18 -17 -8 -19 -1M-2 -29C4 -18 4 -8 2 -1"
            );
            pen.Fill(
                Tint.Shade(look.Top, 0.62),
                "M8 -27.500C18 -25.500 26 -20 27 -10C27.500 -5 27 -2 25 0H16C19 -9 17 -20 8 -27.500Z"
            );
        }
        else
        {
            using (pen.Turned(-22, -6, 0, 1.05))
                Appendages.Tail(pen, kind, _colours);
            pen.Fill(_colours.Fur, "M-42 0C-50 -14 -42 -33 -20 -36C2 -39 22 -32 26 -14C28 -6 26 -2 22 0Z");
            pen.Fill(_colours.Limb, "M-34 0C-41 -4 -40 -19 -27 -20C-15 -20 -10 -10 -14 -3L-4 -4C1 -4 1 0 -3 0Z");
            using (pen.Turned(-20, -2, 0, 0.8))
                Appendages.Wings(pen, kind, _colours, 0);
            pen.Oval(_colours.Limb, 6, -4, 10, 4);
            // Lying down, what hangs at the neck trails along the body.
            using (pen.Turned(14, -9, 70))
            using (pen.Turned(0, -BodyPainter.Shoulder))
                _marker.OnBody(pen);
            using (pen.Turned(16, -4, 7))
                head();
            pen.Oval(_colours.Limb, 36, -4, 9, 4);
        }
        Effects.Snore(pen, 44, -52);
        return FaceBox(kind.IsPerson ? 31 : 16, kind.IsPerson ? -6 : -4, 0, kind.IsPerson ? 14 : 7);
    }

    private Box Hidden(Pen pen, Action head, Hideout behind)
    {
        using (pen.Turned(4, -24 - BodyPainter.Shoulder))
            _marker.OnBody(pen);
        using (pen.Turned(4, -24, 5))
            head();
        Hideouts.Paint(pen, behind);
        foreach (var x in new[] { -24.0, 31 })
            pen.Oval(kind.IsPerson ? _colours.Fur : _colours.Limb, x, -28, 6.2, 5.4);
        return FaceBox(4, -24, 0, 5);
    }

    private static void Hold(Pen pen, Drawing held, string id, double x, double y, double turn)
    {
        const double size = 27;
        using (pen.Turned(x, y, -turn))
            pen.Raw(held.Place(Ids.Prefix(id, "held"), new Box(-size / 2 + 3, -size + 5, size, size)));
    }

    private static void Signs(Pen pen, ActorAction action, Pose pose)
    {
        switch (action)
        {
            case ActorAction.Run:
                Effects.Dash(pen, -36, -26);
                break;
            case ActorAction.Wave:
                Effects.Greeting(pen, 31, -48);
                break;
            case ActorAction.Hug:
                Effects.Heart(pen, 36, -66);
                break;
            case ActorAction.Dance:
                Effects.Note(pen, 38, -58);
                break;
            case ActorAction.Swim:
                Effects.Bubbles(pen, 62, -34);
                break;
            case ActorAction.Fly:
                Effects.Breeze(pen, -34, 10);
                break;
        }
    }

    /// <summary>The head's middle, where nothing may cover it.</summary>
    private Box FaceBox(double neckX, double neckY, double turn, double headTurn)
    {
        var (sin, cos) = Math.SinCos(turn * Math.PI / 180);
        var (x, y) = turn == 0 ? (neckX, neckY) : (-sin * neckY, cos * neckY);
        var head = kind.Head;
        var side = head.Profile ? -1 : 1;
        var up = head.Chin / 2 - 2;
        var (hs, hc) = Math.SinCos(headTurn * Math.PI / 180);
        var (mx, my) = (side * (16 - head.NeckX) * HeadScale, -up * HeadScale);
        var (cx, cy) = (x + hc * mx - hs * my, y + hs * mx + hc * my);
        var (w, h) = (24 * HeadScale, 24 * HeadScale);
        return new Box(cx - w / 2, cy - h / 2, w, h);
    }
}
