using Atelier.Drawing.Art;
using Atelier.Drawing.Backdrops;

namespace Atelier.Drawing.Composition;

/// <summary>
/// Finds places for things: many are tried, and the one that hides least, crowds least and stays on the page wins.
/// </summary>
internal sealed class PropPlacer(Terrain terrain, IReadOnlyList<Actor> actors, Box? luminary, Seed seed)
{
    private const int Tries = 36;
    private const double Refused = 4.2; // a place that costs more is worse than leaving the thing out

    private readonly List<Prop> _placed = [];

    public IReadOnlyList<Prop> Placed => _placed;

    /// <summary>Adds one thing; false when the page has no decent place for it.</summary>
    public bool TryAdd(Depiction look, string noun, int copy)
    {
        var chance = seed.For(noun, copy);
        foreach (var shrink in (ReadOnlySpan<double>)[1, 0.8, 0.64, 0.5, 0.4])
        {
            (Prop Prop, double Cost)? best = null;
            for (var i = 0; i < Tries; i++)
            {
                var prop = Try(look, noun, shrink, ref chance);
                var cost = Cost(prop, look) + (1 - shrink);
                if (best is null || cost < best.Value.Cost)
                    best = (prop, cost);
            }
            if (best!.Value.Cost >= Refused)
                continue;
            _placed.Add(best.Value.Prop);
            return true;
        }
        return false;
    }

    private Prop Try(Depiction look, string noun, double shrink, ref Seed chance)
    {
        var drawing = look.Drawing!;
        var mirrored = chance.Chance(0.5);
        var size = look.Size * shrink;
        switch (look.Habitat)
        {
            case Habitat.Sky:
                return Hang(drawing, noun, size, PropDepth.Sky, ref chance) with { Mirrored = mirrored };
            case Habitat.Air:
                return Hang(drawing, noun, size, PropDepth.Behind, ref chance) with
                {
                    Mirrored = mirrored,
                    Turn = chance.Between(-6, 6),
                };
            case Habitat.Water when terrain.IsSubmerged:
                return Hang(drawing, noun, size, PropDepth.Behind, ref chance) with { Mirrored = mirrored };
            case Habitat.Water when terrain.Water is { } water:
                var far = Standing(drawing, noun, size, water, chance.Unit(), PropDepth.Behind, ref chance);
                return far with { Footing = Footing.Water, Mirrored = mirrored };
            case Habitat.Water when !terrain.Surfaces.Any():
                var afloat = Standing(
                    drawing,
                    noun,
                    size * 0.8,
                    terrain.Ground,
                    chance.Unit(),
                    PropDepth.Behind,
                    ref chance
                );
                return afloat with { Footing = Footing.Pond, Mirrored = mirrored };
            case Habitat.Small when chance.Chance(0.85) && terrain.Surfaces.ToList() is { Count: > 0 } surfaces:
                var surface = chance.Pick(surfaces);
                return Standing(drawing, noun, size, surface, 1, PropDepth.Behind, ref chance);
            default:
                var depth = size switch
                {
                    _ when shrink < 0.7 && size > 0.3 => chance.Between(-0.15, 0.1), // small because far
                    >= 1.6 => chance.Between(-0.1, 0.12), // houses and trees stand back
                    >= 0.6 => chance.Between(0, 0.75),
                    _ => chance.Between(0.25, 1),
                };
                var prop = Standing(drawing, noun, size, terrain.Ground, depth, PropDepth.Behind, ref chance);
                return prop with
                {
                    Depth = size < 1 && IsNearest(prop.Box) ? PropDepth.Before : PropDepth.Behind,
                    Mirrored = mirrored,
                };
        }
    }

    /// <summary>Nearer than every actor it could cover, so that it may be painted over them.</summary>
    private bool IsNearest(Box box) =>
        actors.Count > 0 && actors.Where(a => a.Bounds.Overlaps(box)).All(a => a.Y < box.Bottom);

    private Prop Standing(
        Drawing drawing,
        string noun,
        double size,
        Zone zone,
        double depth,
        PropDepth layer,
        ref Seed chance
    )
    {
        var y = zone.Kind == ZoneKind.Surface ? zone.Area.Bottom : terrain.Foot(zone, depth);
        var height = Fitted(drawing, size * zone.ScaleAt(y));
        var width = height * drawing.Aspect;
        var (left, right) = (zone.Area.X + width / 2, zone.Area.Right - width / 2);
        var x = left < right ? chance.Between(left, right) : zone.Area.CentreX;
        return new Prop(drawing, noun, new Box(x - width / 2, y - height, width, height), layer, Footing.Ground, false);
    }

    private Prop Hang(Drawing drawing, string noun, double size, PropDepth layer, ref Seed chance)
    {
        var zone = terrain.IsSubmerged ? terrain.Main : terrain.Air;
        var area = zone?.Area ?? terrain.Page.Live with { Height = terrain.Page.Live.Height * 0.4 };
        var scale = zone is null ? terrain.NearScale * 0.7 : chance.Between(zone.FarScale, zone.NearScale);
        var height = Fitted(drawing, size * scale);
        var width = height * drawing.Aspect;
        var top = Math.Max(terrain.Top, area.Y);
        var bottom = Math.Max(top + height, Math.Min(terrain.Bottom, area.Bottom));
        var x = chance.Between(area.X, Math.Max(area.X, area.Right - width));
        var y = chance.Between(top, bottom - height);
        return new Prop(drawing, noun, new Box(x, y, width, height), layer, Footing.Nothing, false);
    }

    /// <summary>Nothing is taller than half the page or wider than half of it; what is bigger stands farther away.</summary>
    private double Fitted(Drawing drawing, double height) =>
        Math.Min(height, Math.Min(terrain.Page.Height * 0.42, terrain.Page.Width * 0.46 / drawing.Aspect));

    private double Cost(Prop prop, Depiction look)
    {
        var box = prop.Box;
        var before = prop.Depth == PropDepth.Before;
        var cost = 8 * terrain.Outside(box);
        if (terrain.Panel is { } panel)
            cost += 12 * Share(box, panel.Covers);
        if (box.Y < 0)
            cost += 2;
        if (luminary is { } light)
            cost += 6 * Share(box, light); // a star in front of the moon
        foreach (var actor in actors)
        {
            if (before && actor.Face.Overlaps(box))
                cost += 100;
            cost +=
                (
                    before ? 5
                    : look.Size >= 1.6 ? 1.6
                    : 7
                ) * Share(box, actor.Bounds);
            cost += before ? 12 * Share(actor.Bounds, box) : 0;
            cost += prop.Depth == PropDepth.Behind ? 1.5 * Share(actor.Face, box) : 0;
        }
        foreach (var other in _placed)
        {
            // What stands behind must not be lost behind what stands before it.
            var smaller = box.Width * box.Height < other.Box.Width * other.Box.Height ? box : other.Box;
            cost += 7 * Share(smaller, smaller == box ? other.Box : box);
            if (other.Noun == prop.Noun)
                cost += 0.2 * Math.Abs(other.Box.CentreX - box.CentreX) / terrain.Page.Width;
        }
        if (look.Habitat == Habitat.Small && actors.Count > 0)
            cost += 0.5 * actors.Min(a => Math.Abs(a.X - box.CentreX) - a.HalfWidth) / terrain.NearScale;
        return cost;
    }

    private static double Share(Box part, Box cover)
    {
        var w = Math.Min(part.Right, cover.Right) - Math.Max(part.X, cover.X);
        var h = Math.Min(part.Bottom, cover.Bottom) - Math.Max(part.Y, cover.Y);
        return w <= 0 || h <= 0 ? 0 : w * h / Math.Max(1e-6, part.Width * part.Height);
    }
}
