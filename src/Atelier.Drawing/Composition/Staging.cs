using Atelier.Drawing.Art;
using Atelier.Drawing.Backdrops;
using Atelier.Drawing.Characters;

namespace Atelier.Drawing.Composition;

/// <summary>Puts the cast on the page: feet on the ground, nobody in front of a face, all inside the live area.</summary>
internal sealed class Staging(Terrain terrain, Shot shot, Seed seed)
{
    public List<Actor> Place(IReadOnlyList<ActorCue> cues, Layout layout, Func<ActorCue, bool, Figure> draw)
    {
        var actors = new List<Actor>();
        var chance = seed.For("staging");
        for (var i = 0; i < cues.Count; i++)
        {
            var slot = layout.Slots[i];
            // Nobody swims on dry land.
            var cue =
                cues[i].Action == ActorAction.Swim && terrain.Water is null
                    ? cues[i] with
                    {
                        Action = ActorAction.Walk,
                    }
                    : cues[i];
            var right = FacesRight(cues, layout, i);
            var live = terrain.Page.Live;
            actors.Add(new Actor(cue, draw(cue, right), right, live.X + live.Width * slot.X));
        }
        var grow = Grow(actors, layout);
        for (var round = 0; round < 8; round++)
        {
            for (var i = 0; i < actors.Count; i++)
                Stand(actors[i], layout.Slots[i].Depth, grow, chance.For("bob", i).Between(-1, 1));
            var fit = Math.Min(HeightFit(actors), WidthFit(actors));
            if (fit >= 0.999)
                break;
            grow *= fit;
        }
        Gather(actors);
        return actors;
    }

    /// <summary>Partners look at each other; a traveller looks where the page has room.</summary>
    private static bool FacesRight(IReadOnlyList<ActorCue> cues, Layout layout, int i)
    {
        var x = layout.Slots[i].X;
        if (cues.Count == 1)
            return x < 0.5;
        if (cues.All(c => c.Action is ActorAction.Walk or ActorAction.Run or ActorAction.Fly or ActorAction.Swim))
            return layout.Slots[0].X < 0.5;
        // To the main actor; the main actor to the middle of the others.
        var others = layout.Slots.Take(cues.Count).Where((_, j) => j != i).ToList();
        var target = i == 0 ? others.Average(s => s.X) : layout.Slots[0].X;
        return target > x;
    }

    private void Stand(Actor actor, double depth, double grow, double bob)
    {
        var units = Figure.UnitsPerChild;
        var (zone, free) = ZoneOf(actor.Figure.Habitat);
        if (!free)
        {
            actor.Y = terrain.Foot(zone, depth);
            // Far water would make swimmers specks; they come nearer than the sea really is.
            actor.Scale = Math.Max(zone.ScaleAt(actor.Y), terrain.NearScale * 0.55) * grow / units;
            return;
        }
        actor.Scale = terrain.NearScale * (0.78 + 0.16 * depth) * grow / units;
        var (top, bottom) = (Math.Max(terrain.Top, zone.Area.Y), Math.Min(terrain.Bottom, zone.Area.Bottom));
        var below = (actor.Figure.Bounds.Bottom - actor.Figure.FootY) * actor.Scale;
        var room = Math.Max(0, bottom - top - actor.Above - below);
        actor.Y = top + actor.Above + room * Math.Clamp(0.35 + 0.4 * depth + 0.15 * bob, 0, 1);
    }

    private (Zone Zone, bool Free) ZoneOf(Habitat habitat)
    {
        if (terrain.IsSubmerged && habitat != Habitat.Ground)
            return (terrain.Main, true);
        if (habitat == Habitat.Air)
        {
            // Flyers of a story are near: they may come down to where heads are, not only to the sky.
            var air = terrain.Air?.Area ?? terrain.Page.Live;
            var bottom = Math.Max(air.Bottom, terrain.Ground.Area.Y + terrain.NearScale * 0.2);
            return (new Zone(ZoneKind.Air, air with { Height = bottom - air.Y }, 1, 1), true);
        }
        return habitat == Habitat.Water && terrain.Water is { } water ? (water, false) : (terrain.Ground, false);
    }

    /// <summary>Small heroes are brought nearer until they can be seen.</summary>
    private double Grow(List<Actor> actors, Layout layout)
    {
        if (actors.Count == 0)
            return 1;
        for (var i = 0; i < actors.Count; i++)
            Stand(actors[i], layout.Slots[i].Depth, 1, 0);
        var tallest = actors.Max(a => a.Above);
        var wanted =
            terrain.Page.Height
            * shot switch
            {
                Shot.Wide => 0.235,
                Shot.Medium => 0.35,
                _ => 0.5,
            };
        return Math.Clamp(wanted / Math.Max(1, tallest), 1, 1.6);
    }

    private double HeightFit(List<Actor> actors)
    {
        var fit = 1.0;
        foreach (var actor in actors)
            fit = Math.Min(fit, (actor.Y - terrain.Top) / Math.Max(1, actor.Above));
        return Math.Max(0.1, fit);
    }

    private double WidthFit(List<Actor> actors)
    {
        var order = actors.OrderBy(a => a.X).ToList();
        var need = order.Count == 0 ? 0 : order[0].HalfWidth + order[^1].HalfWidth;
        for (var i = 1; i < order.Count; i++)
            need += Apart(order[i - 1], order[i]);
        return need <= 0 ? 1 : Math.Min(1, terrain.Page.Live.Width / need);
    }

    /// <summary>Least distance between the middles of two neighbours.</summary>
    private double Apart(Actor left, Actor right)
    {
        var touching = left.HalfWidth + right.HalfWidth;
        if (left.Cue.Action == ActorAction.Hug || right.Cue.Action == ActorAction.Hug)
        {
            // Bodies may overlap as far as no face is covered by the other's body.
            var clear = Math.Max(left.Face.Right - left.X + right.HalfWidth, right.X - right.Face.X + left.HalfWidth);
            return Math.Min(touching, Math.Max(clear, touching * 0.7));
        }
        return touching + terrain.NearScale * 0.06;
    }

    /// <summary>Slides neighbours apart, or together where they talk, and keeps everybody inside.</summary>
    private void Gather(List<Actor> actors)
    {
        var order = actors.OrderBy(a => a.X).ToList();
        var live = terrain.Page.Live;
        for (var round = 0; round < 60; round++)
        {
            for (var i = 1; i < order.Count; i++)
            {
                var (left, right) = (order[i - 1], order[i]);
                var gap = right.X - left.X - Apart(left, right);
                var together =
                    Close(left.Cue.Action) && Close(right.Cue.Action)
                        ? Math.Max(0, gap - terrain.NearScale * (left.Cue.Action == ActorAction.Hug ? 0 : 0.22))
                        : 0;
                var push = gap < 0 ? -gap / 2 : -together / 2;
                left.X -= push;
                right.X += push;
            }
            foreach (var actor in order)
                actor.X = Math.Clamp(
                    actor.X,
                    live.X + Math.Min(actor.HalfWidth, live.Width / 2),
                    live.Right - Math.Min(actor.HalfWidth, live.Width / 2)
                );
        }
    }

    private static bool Close(ActorAction action) => action is ActorAction.Talk or ActorAction.Hug;
}
