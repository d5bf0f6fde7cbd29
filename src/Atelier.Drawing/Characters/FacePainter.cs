using Atelier.Drawing.Art;

namespace Atelier.Drawing.Characters;

/// <summary>
/// Draws a head with a mood. Parts that the mood changes are taken out of the drawing and drawn anew in its manner;
/// a neutral face is the drawing itself. Works on the head's own 32 x 32 canvas.
/// </summary>
internal sealed class FacePainter(Kind kind, LookColours colours, Func<string, Drawing?> find)
{
    private readonly HeadArt _head = kind.Head;

    public void Paint(Pen pen, Mood mood, bool asleep, bool talking)
    {
        // Faces with great eyes of their own (an alien, a pumpkin) keep them.
        var newEyes = _head.EyeReach > 0 && (asleep || mood is Mood.Happy or Mood.Surprised or Mood.Sleepy);
        var keepsEyes = _head.Human && mood == Mood.Surprised && !asleep;
        newEyes &= !keepsEyes;
        var brows = _head.EyeReach > 0 && !asleep && mood is Mood.Sad or Mood.Worried or Mood.Surprised;
        var newMouth =
            CanMove && (asleep || talking || mood is Mood.Sad or Mood.Surprised or Mood.Worried or Mood.Sleepy);
        pen.Raw(Head(newEyes, brows && _head.Human, newMouth));
        if (mood == Mood.Happy && !_head.Profile)
            Blush(pen);
        if (newEyes)
            Eyes(pen, mood, asleep);
        if (brows)
            Brows(pen, mood);
        if (newMouth)
            Mouth(pen, mood, asleep, talking);
        if (mood == Mood.Sad && !asleep)
            Tear(pen);
        if (mood == Mood.Worried && !asleep)
            Drop(pen, _head.Profile ? _head.EyeLeft - 4 : 27.5, 6.5, 1.5);
    }

    private bool CanMove => _head.MouthCut is not null && !kind.BirdFeet;

    private string Head(bool cutEyes, bool cutBrows, bool cutMouth)
    {
        if (_head.Icon.StartsWith("own:", StringComparison.Ordinal))
            return IconSurgery.Recoloured(OwnHeads.Body(kind, !cutEyes, !cutMouth), colours.Of);
        var cuts = new List<Box>();
        var r = _head.EyeReach;
        foreach (var x in new[] { _head.EyeLeft, _head.EyeRight })
        {
            if (cutEyes)
                cuts.Add(new Box(x - r, _head.EyeY - r, 2 * r, 2 * r));
            if (cutBrows)
                cuts.Add(new Box(x - 3.4, _head.EyeY - 6, 6.8, 4.2));
        }
        if (cutMouth && _head.MouthCut is { } mouth)
            cuts.Add(mouth);
        var body = find(ArtPack.Fluent + ":" + _head.Icon)?.Body ?? "";
        return IconSurgery.Recoloured(IconSurgery.Without(body, cuts), colours.Of);
    }

    private void Eyes(Pen pen, Mood mood, bool asleep)
    {
        var wide = _head.EyeReach > 3 ? 1.35 : 1;
        foreach (var x in _head.Profile ? [_head.EyeLeft] : new[] { _head.EyeLeft, _head.EyeRight })
        {
            var y = _head.EyeY;
            if (asleep || mood == Mood.Sleepy)
            {
                pen.Line(_head.Line, 0.9, Pen.D($"M{x - 1.9 * wide} {y}Q{x} {y + 2.2 * wide} {x + 1.9 * wide} {y}"));
                continue;
            }
            if (mood == Mood.Happy)
            {
                pen.Line(
                    _head.Line,
                    1.05,
                    Pen.D($"M{x - 1.8 * wide} {y + 0.8}Q{x} {y - 2.2 * wide} {x + 1.8 * wide} {y + 0.8}")
                );
                continue;
            }
            pen.Oval("#ffffff", x, y, 2.5 * wide, 2.8 * wide).Oval(_head.Line, x, y, 1.7 * wide, 2 * wide);
            pen.Oval("#ffffff", x - 0.6, y - 0.8, 0.6);
        }
    }

    private void Brows(Pen pen, Mood mood)
    {
        var line =
            _head.Human ? colours.Of("#d37034")
            : Tint.Luma(colours.Fur) < 0.35 ? "#f4e9dc"
            : _head.Line;
        var y = _head.EyeY - (_head.Human ? 4.1 : 3.7);
        if (_head.Profile)
        {
            var x = _head.EyeLeft;
            pen.Line(line, 0.8, Pen.D($"M{x - 2} {y - 0.2}L{x + 1.6} {y + (mood == Mood.Surprised ? -0.9 : 0.9)}"));
            return;
        }
        if (mood == Mood.Surprised)
        {
            pen.Line(
                line,
                0.8,
                Pen.D($"M{_head.EyeLeft - 1.7} {y - 0.4}Q{_head.EyeLeft} {y - 1.7} {_head.EyeLeft + 1.7} {y - 0.4}")
            );
            pen.Line(
                line,
                0.8,
                Pen.D($"M{_head.EyeRight - 1.7} {y - 0.4}Q{_head.EyeRight} {y - 1.7} {_head.EyeRight + 1.7} {y - 0.4}")
            );
            return;
        }
        // Inner ends up: sorrow and worry look alike above the eyes.
        pen.Line(
            line,
            0.85,
            Pen.D($"M{_head.EyeLeft - 1.8} {y + 0.9}Q{_head.EyeLeft} {y + 0.3} {_head.EyeLeft + 1.6} {y - 0.9}")
        );
        pen.Line(
            line,
            0.85,
            Pen.D($"M{_head.EyeRight + 1.8} {y + 0.9}Q{_head.EyeRight} {y + 0.3} {_head.EyeRight - 1.6} {y - 0.9}")
        );
    }

    private void Mouth(Pen pen, Mood mood, bool asleep, bool talking)
    {
        var (x, y) = (_head.MouthX, _head.MouthY);
        var line = _head.Human ? "#8a2a3c" : _head.Line;
        if (talking || (mood == Mood.Surprised && !asleep))
        {
            var (w, h) = mood == Mood.Surprised ? (1.5, 1.9) : (2.5, 2.0);
            pen.Fill(
                "#7c1f33",
                Pen.D(
                    $"M{x - w} {y - h * 0.55}Q{x} {y - h} {x + w} {y - h * 0.55}Q{x + w} {y + h} {x} {y + h}Q{x - w} {y + h} {x - w} {y - h * 0.55}Z"
                )
            );
            pen.Oval("#f2738c", x, y + h * 0.62, w * 0.55, h * 0.28);
            return;
        }
        if (asleep || mood == Mood.Sleepy)
            pen.Line(line, 0.8, Pen.D($"M{x - 1.5} {y}Q{x} {y + 1.2} {x + 1.5} {y}"));
        else if (mood == Mood.Sad)
            pen.Line(line, 0.9, Pen.D($"M{x - 2.4} {y + 1.1}Q{x} {y - 1.5} {x + 2.4} {y + 1.1}"));
        else
            pen.Line(
                line,
                0.9,
                Pen.D($"M{x - 2.6} {y + 0.3}Q{x - 1.3} {y - 1.2} {x} {y + 0.2}Q{x + 1.3} {y + 1.5} {x + 2.6} {y}")
            );
    }

    private void Blush(Pen pen)
    {
        if (_head.EyeReach <= 0)
            return;
        var dx = _head.Human ? 1.2 : 2.6;
        var y = Math.Min(_head.EyeY + (_head.Human ? 4.2 : 3.7), _head.Chin - 4);
        pen.Oval("#ff6f7d", _head.EyeLeft - dx, y, 1.9, 1.2, 0.4)
            .Oval("#ff6f7d", _head.EyeRight + dx, y, 1.9, 1.2, 0.4);
    }

    private void Tear(Pen pen) =>
        Drop(pen, _head.Profile ? _head.EyeLeft : _head.EyeLeft - 0.6, _head.EyeY + (_head.Human ? 3.6 : 3.4), 1.25);

    private static void Drop(Pen pen, double x, double y, double r)
    {
        pen.Fill(
            "#5cc4f4",
            Pen.D(
                $"M{x} {y - 1.9 * r}C{x + 0.5 * r} {y - 1 * r} {x + r} {y - 0.5 * r} {x + r} {y + 0.2 * r}A{r} {r} 0 1 1 {x - r} {y + 0.2 * r}C{x - r} {y - 0.5 * r} {x - 0.5 * r} {y - r} {x} {y - 1.9 * r}Z"
            )
        );
        pen.Oval("#ffffff", x - 0.3 * r, y + 0.2 * r, 0.25 * r, 0.4 * r, 0.8);
    }
}
