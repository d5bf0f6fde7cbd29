using System.Globalization;
using Atelier.Drawing.Art;
using Atelier.Drawing.Backdrops;
using Atelier.Drawing.Characters;

namespace Atelier.Drawing.Composition;

/// <summary>Words to picture: puts a place, its cast and its things together, with room for the text.</summary>
/// <param name="draw">Draws one of the cast for a cue; true when it faces right.</param>
public sealed class Illustrator(
    VisualLexicon lexicon,
    BackdropPainter painter,
    Func<CharacterSheet, ActorCue, bool, Figure> draw
)
{
    private const int MostActors = 6;
    private const int MostProps = 8;

    /// <summary>Composes one page or shot. The same arguments give the same bytes.</summary>
    /// <param name="sheet">The looks of the cast; a cue for somebody who is not on it is left out and noted.</param>
    /// <param name="panel">Room wanted for text, or null for a picture without.</param>
    /// <param name="seed">Of this page.</param>
    /// <param name="recentCompositions">
    /// <see cref="Scene.Composition"/> of the pages before, the latest last; three are enough.
    /// </param>
    /// <param name="place">Of the place: pages that share it show the same room or the same hills.</param>
    public Scene Compose(
        SceneSpec spec,
        CharacterSheet sheet,
        PageFrame page,
        PanelRequest? panel,
        Palette palette,
        Seed seed,
        IReadOnlyList<string> recentCompositions,
        Seed? place = null
    )
    {
        var notes = new List<string>();
        var cast = Cast(spec, sheet, notes);
        var layout = Layout.Choose(cast.Count, spec.Shot, Edges(page, panel), recentCompositions, seed.For("layout"));
        var backdrop = painter.Paint(
            spec.Setting,
            spec.Time,
            spec.Weather,
            spec.Shot,
            page,
            palette,
            (place ?? seed).For("place"),
            layout.Edge,
            spec.BareSky
        );
        cast = [.. cast.Select(cue => cue with { Behind = Hideouts.Of(spec.Setting, backdrop.Indoors) })];
        var night = spec.Time == TimeOfDay.Night;
        var text = panel is null ? null : PanelFor(panel, page, layout, backdrop.Indoors, night);
        var terrain = new Terrain(backdrop.Zones, page, text);
        var actors = new Staging(terrain, spec.Shot, seed.For("cast")).Place(
            cast,
            layout,
            (cue, facingRight) => draw(sheet, cue, facingRight)
        );
        foreach (var actor in actors)
            notes.AddRange(actor.Figure.Notes);
        var props = Props(spec, backdrop, terrain, actors, seed.For("props"), notes);

        var grading = new Grading(backdrop.Light);
        var layers = Layers(backdrop, actors, props, grading, night, terrain);
        if (text is not null && text.Look != PanelLook.Clear)
        {
            var unit = Math.Min(page.Width, page.Height) / 100;
            layers.Add(new SceneLayer("panel", text.Paint(palette, night, unit, seed.For("panel"))));
        }
        var alt = new AltText(
            backdrop.Indoors ? spec with { Weather = Weather.Clear } : spec,
            sheet,
            cast,
            props.Select(p => p.Noun)
        );
        return new Scene(
            page.Width,
            page.Height,
            layers,
            backdrop.Defs,
            text?.Text,
            text?.Contrast ?? 0,
            text?.TextColour ?? "#2f2a26",
            layout.Key + "." + Bucket(actors, page),
            [.. notes.Distinct(StringComparer.Ordinal)],
            [
                .. actors
                    .SelectMany(a => a.Figure.DrawingIds)
                    .Concat(props.Select(p => p.Drawing.Id))
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ],
            [.. actors.Select(a => a.Face)],
            alt.Title,
            alt.Description
        )
        {
            Figures = [.. Things(props, terrain, grading, night), .. Cast(actors, sheet, grading, night)],
            Lit = svg => grading.Apply(svg, night ? 0.45 : 0.5),
            Ground = (terrain.Ground.Area.Y, terrain.Ground.Area.Bottom),
            Water = terrain.Water is { } water ? (water.Area.Y, water.Area.Bottom) : null,
            Indoors = backdrop.Indoors,
        };
    }

    private static IEnumerable<SceneFigure> Things(List<Prop> props, Terrain terrain, Grading grading, bool night) =>
        props.Select(
            (prop, i) =>
                new SceneFigure(
                    LayerOf(prop.Depth),
                    prop.Noun,
                    PropSvg(prop, i, grading, night, terrain),
                    prop.Painted,
                    prop.Footing is Footing.Water or Footing.Pond ? Habitat.Water
                        : prop.Footing == Footing.Nothing ? Habitat.Air
                        : Habitat.Ground,
                    null,
                    !prop.Mirrored
                )
        );

    private IEnumerable<SceneFigure> Cast(List<Actor> actors, CharacterSheet sheet, Grading grading, bool night) =>
        actors
            .OrderBy(a => a.Y)
            .Select(actor => new SceneFigure(
                "actors",
                actor.Cue.CharacterId,
                grading.Apply(actor.Svg, PeopleLit(night)),
                actor.Bounds,
                actor.Figure.Habitat,
                actor.Cue,
                actor.FacesRight
            )
            {
                Posed = action =>
                {
                    var (svg, bounds) = actor.As(draw(sheet, actor.Cue with { Action = action }, actor.FacesRight));
                    return (grading.Apply(svg, PeopleLit(night)), bounds);
                },
            });

    // By night the cast keeps more of its own colours than the land does: it must be found at a glance.
    private static double PeopleLit(bool night) => night ? 0.28 : 0.4;

    private static string LayerOf(PropDepth depth) =>
        depth switch
        {
            PropDepth.Sky => "heavens",
            PropDepth.Behind => "props",
            _ => "foreground",
        };

    private static string PropSvg(Prop prop, int index, Grading grading, bool night, Terrain terrain) =>
        prop.Svg(
            $"p{index}-",
            grading,
            prop.Depth == PropDepth.Sky ? 0
                : night ? 0.45
                : 0.5,
            Distance(prop, terrain)
        );

    private static List<ActorCue> Cast(SceneSpec spec, CharacterSheet sheet, List<string> notes)
    {
        var cast = new List<ActorCue>();
        foreach (var cue in spec.Actors)
            if (sheet.Find(cue.CharacterId) is null)
                notes.Add($"nobody called '{cue.CharacterId}' is in the cast");
            else if (cast.All(c => c.CharacterId != cue.CharacterId) && cast.Count < MostActors)
                cast.Add(cue);
            else if (cast.Count >= MostActors)
                notes.Add($"left out '{cue.CharacterId}': {MostActors} fit a page");
        return cast;
    }

    /// <summary>A tall text goes on top: below it would stand where the feet are.</summary>
    private static PanelEdge?[] Edges(PageFrame page, PanelRequest? panel) =>
        panel switch
        {
            null => [null],
            { Top: true } => [PanelEdge.Top],
            { Top: false } => [PanelEdge.Bottom],
            _ when panel.Height > page.Height * 0.2 => [PanelEdge.Top],
            _ => [PanelEdge.Bottom, PanelEdge.Top],
        };

    private static TextPanel PanelFor(PanelRequest panel, PageFrame page, Layout layout, bool indoors, bool night)
    {
        var top = layout.Edge == PanelEdge.Top;
        // Text in the sky floats on a cloud; in a room or on the ground it lies on paper.
        var look = panel.Look ?? (top && !indoors && !night ? PanelLook.Cloud : PanelLook.Card);
        var lean = layout.Slots[0].X < 0.5 ? 1 : -1;
        return TextPanel.Place(panel, page, top, look, night, top && look != PanelLook.Strip ? lean : 0);
    }

    private List<Prop> Props(
        SceneSpec spec,
        Backdrop backdrop,
        Terrain terrain,
        List<Actor> actors,
        Seed seed,
        List<string> notes
    )
    {
        var placer = new PropPlacer(terrain, actors, backdrop.Luminary, seed);
        // Big things first: small ones can still find a gap.
        var wanted = spec.Props.Select(cue => (Cue: cue, Look: lexicon.Depict(cue.Noun))).ToList();
        foreach (var (cue, look) in wanted.OrderByDescending(w => w.Look.Size))
        {
            if (look.Drawing is null)
            {
                notes.Add($"no drawing for '{cue.Noun}': left to the backdrop");
                continue;
            }
            if (Fitting.Objection(look, cue.Noun, spec, backdrop.Indoors) is { } reason)
            {
                notes.Add($"'{cue.Noun}': {reason}");
                continue;
            }
            if (look.Kind == DepictionKind.Related)
                notes.Add($"no drawing for '{cue.Noun}': drew a {look.Via}");
            for (var copy = 0; copy < Math.Clamp(cue.Count, 1, 5); copy++)
                if (placer.Placed.Count >= MostProps || !placer.TryAdd(look, cue.Noun, copy))
                {
                    notes.Add($"no room for '{cue.Noun}'");
                    break;
                }
        }
        return [.. placer.Placed.OrderBy(p => p.Box.Bottom).ThenBy(p => p.Box.X)];
    }

    private static List<SceneLayer> Layers(
        Backdrop backdrop,
        List<Actor> actors,
        List<Prop> props,
        Grading grading,
        bool night,
        Terrain terrain
    )
    {
        var layers = new List<SceneLayer>();
        foreach (var layer in backdrop.Behind)
        {
            layers.Add(layer);
            if (layer.Name == "sky")
                Paint(PropDepth.Sky);
        }
        Paint(PropDepth.Behind);
        Add("actors", string.Concat(actors.OrderBy(a => a.Y).Select(a => grading.Apply(a.Svg, PeopleLit(night)))));
        Paint(PropDepth.Before);
        layers.AddRange(backdrop.InFront);
        return layers;

        void Add(string name, string svg)
        {
            if (svg.Length > 0)
                layers.Add(new SceneLayer(name, svg));
        }

        void Paint(PropDepth depth) =>
            Add(
                LayerOf(depth),
                string.Concat(
                    props
                        .Index()
                        .Where(p => p.Item.Depth == depth)
                        .Select(p => PropSvg(p.Item, p.Index, grading, night, terrain))
                )
            );
    }

    /// <summary>Things at the back take a little of the air's colour.</summary>
    private static double Distance(Prop prop, Terrain terrain)
    {
        var area = terrain.Ground.Area;
        return prop.Footing != Footing.Ground || area.Height <= 0
            ? 0.05
            : 0.16 * Math.Clamp(1 - (prop.Box.Bottom - area.Y) / area.Height, 0, 1);
    }

    private static string Bucket(List<Actor> actors, PageFrame page) =>
        string.Concat(
            actors.Select(a => ((int)Math.Clamp(a.X / page.Width * 8, 0, 7)).ToString(CultureInfo.InvariantCulture))
        );
}
