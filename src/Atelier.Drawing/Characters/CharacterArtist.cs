using Atelier.Drawing.Art;

namespace Atelier.Drawing.Characters;

/// <summary>
/// Draws a cast. A sheet fixes every look once; after that the same character is drawn from the same parts, colours
/// and marker in any action and mood. Same arguments, same bytes; safe for many threads.
/// </summary>
public sealed class CharacterArtist(ArtPack art, VisualLexicon lexicon)
{
    /// <summary>Casts the characters: a kind for each noun, colours and one distinct marker each.</summary>
    public CharacterSheet Sheet(IReadOnlyList<CharacterBrief> briefs, Seed seed) =>
        Casting.Sheet(briefs, seed, lexicon.Depict);

    /// <summary>Draws one character; it faces right, or is mirrored to face left.</summary>
    /// <param name="cue">An id the sheet does not know is drawn as a child and noted.</param>
    public Figure Draw(CharacterSheet sheet, ActorCue cue, bool facingRight = true)
    {
        var notes = new List<string>();
        var look = sheet.Find(cue.CharacterId);
        if (look is null)
        {
            notes.Add($"Nobody is called \"{cue.CharacterId}\" in this cast.");
            look = Sheet([new CharacterBrief(cue.CharacterId, cue.CharacterId, "child")], new Seed(1)).Looks[0];
        }
        if (look.Note is not null)
            notes.Add(look.Note);
        var drawings = new List<string>();
        var held = Held(cue, notes);
        var pen = new Pen();
        Box face;
        double lift;
        double size;
        var habitat = cue.Action switch
        {
            ActorAction.Fly => Habitat.Air,
            ActorAction.Swim => Habitat.Water,
            _ => Habitat.Ground,
        };
        var colon = look.Kind.IndexOf(':');
        if (colon > 0 && art.Find(look.Kind[(colon + 1)..]) is { } drawing)
        {
            var whole = new WholePainter(drawing, look, look.Kind.StartsWith("thing:", StringComparison.Ordinal));
            (face, lift) = whole.Paint(pen, cue, held);
            // Sea creatures never leave the water; those of the air come down to rest.
            var rests = cue.Action is ActorAction.Sit or ActorAction.Sleep or ActorAction.Hide;
            if (whole.Habitat == Habitat.Water || (whole.Habitat == Habitat.Air && !rests))
                habitat = whole.Habitat;
            size = whole.Size;
            drawings.Add(drawing.Id);
        }
        else
        {
            var kind = Roster.Find(look.Kind) ?? Roster.Find("child")!;
            (face, lift) = new PuppetPainter(kind, look, art.Find).Paint(pen, cue, held);
            size = kind.Size;
            if (!kind.Head.Icon.StartsWith("own:", StringComparison.Ordinal))
                drawings.Add(ArtPack.Fluent + ":" + kind.Head.Icon);
        }
        if (held is not null)
            drawings.Add(held.Id);
        size = Math.Clamp(size * look.Size, 0.55, 1.6);
        return Frame(pen.ToString(), face, lift, size, habitat, facingRight, drawings, notes);
    }

    private Drawing? Held(ActorCue cue, List<string> notes)
    {
        if (string.IsNullOrWhiteSpace(cue.Holding))
            return null;
        if (cue.Action is ActorAction.Sleep or ActorAction.Hide)
            return null; // both hands are busy
        var shown = lexicon.Depict(cue.Holding);
        if (shown.Drawing is null)
            notes.Add($"No drawing shows \"{cue.Holding}\" to hold.");
        return shown.Drawing;
    }

    /// <summary>Scales to natural size, stands the lowest ink on y = 0 (or as high as the pose jumps), adds a shadow.</summary>
    private static Figure Frame(
        string body,
        Box face,
        double lift,
        double size,
        Habitat habitat,
        bool facingRight,
        IReadOnlyList<string> drawings,
        IReadOnlyList<string> notes
    )
    {
        var ink = InkBounds.Of(body);
        if (habitat != Habitat.Ground)
            lift = 0;
        var (dy, side) = (-ink.Bottom - lift, facingRight ? 1 : -1);
        var pen = new Pen();
        var bounds = Placed(ink);
        if (habitat == Habitat.Ground)
        {
            var (cx, rx) = (bounds.CentreX, Math.Clamp(bounds.Width * 0.36, 12, 46) * (lift > 0 ? 0.7 : 1));
            pen.Oval("#1d2b2a", cx, 0, rx, 3.4 * size, 0.16);
            var bottom = 3.4 * size;
            bounds = new Box(bounds.X, bounds.Y, bounds.Width, bottom - bounds.Y);
        }
        using (pen.Turned(0, dy * size, 0, side * size, size))
            pen.Raw(body);
        return new Figure(pen.ToString(), bounds, Placed(face), 0, habitat, size, drawings, notes);

        Box Placed(Box box)
        {
            var x = facingRight ? box.X : -box.Right;
            return new Box(x * size, (box.Y + dy) * size, box.Width * size, box.Height * size);
        }
    }
}
