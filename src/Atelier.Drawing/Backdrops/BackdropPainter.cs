using Atelier.Drawing.Backdrops.Settings;

namespace Atelier.Drawing.Backdrops;

/// <summary>Paints the place of a scene, for any page. The same arguments give the same bytes.</summary>
public sealed class BackdropPainter
{
    private readonly Dictionary<Setting, IScenery> _sceneries = new()
    {
        [Setting.Meadow] = new Meadow(),
        [Setting.Forest] = new Forest(),
        [Setting.Seaside] = new Seaside(),
        [Setting.Bedroom] = new Bedroom(),
    };

    /// <param name="edge">Where the text panel will stand; without it the seed chooses the calmer edge.</param>
    public Backdrop Paint(
        Setting setting,
        TimeOfDay time,
        Weather weather,
        Shot shot,
        PageFrame page,
        Palette palette,
        Seed seed,
        PanelEdge? edge = null
    )
    {
        var scenery = _sceneries.TryGetValue(setting, out var known) ? known : _sceneries[Setting.Meadow];
        var painting = seed.For($"{setting} {time} {weather} {shot} {palette.Name} {page.Width} {page.Height} {edge}");
        var canvas = new Canvas($"b{painting.Next() & 0xffffff:x}");
        // The place itself depends on neither hour nor weather: the same hills stand there by night.
        var place = seed.For(setting.ToString());
        var light = new Light(time, weather, palette, scenery.Indoors);
        var calm = edge ?? (place.For("edge").Chance(0.6) ? PanelEdge.Bottom : PanelEdge.Top);
        var stage = new Stage(page, shot, light, palette, canvas, place, calm, scenery.Indoors);
        scenery.Paint(stage);
        return new Backdrop(
            Finished(stage.Sky, stage.Far, stage.Middle, stage.Ground),
            Finished(stage.Near, stage.WeatherLayer),
            canvas.Defs,
            stage.Zones,
            calm
        );
    }

    private static SceneLayer[] Finished(params Layer[] layers) =>
        [.. layers.Where(l => !l.IsEmpty).Select(l => l.Finish())];
}
