using Atelier.Drawing.Backdrops.Settings;

namespace Atelier.Drawing.Backdrops;

/// <summary>Paints the place of a scene, for any page. The same arguments give the same bytes.</summary>
public sealed class BackdropPainter
{
    private readonly CastleHall _hall = new();
    private readonly Dictionary<Setting, IScenery> _sceneries = new()
    {
        [Setting.Meadow] = new Meadow(),
        [Setting.Forest] = new Forest(),
        [Setting.Seaside] = new Seaside(),
        [Setting.Underwater] = new Underwater(),
        [Setting.Mountains] = new Mountains(),
        [Setting.Desert] = new Desert(),
        [Setting.City] = new City(),
        [Setting.VillageStreet] = new VillageStreet(),
        [Setting.Bedroom] = new Bedroom(),
        [Setting.Kitchen] = new Kitchen(),
        [Setting.Classroom] = new Classroom(),
        [Setting.Space] = new Space(),
        [Setting.Castle] = new CastleGrounds(),
        [Setting.Farm] = new Farm(),
        [Setting.Snow] = new Snow(),
        [Setting.Jungle] = new Jungle(),
        [Setting.FutureCity] = new FutureCity(),
    };

    /// <param name="edge">Where the text panel will stand; without it the seed chooses the calmer edge.</param>
    /// <param name="bareSky">Leaves the sun or moon out.</param>
    public Backdrop Paint(
        Setting setting,
        TimeOfDay time,
        Weather weather,
        Shot shot,
        PageFrame page,
        Palette palette,
        Seed seed,
        PanelEdge? edge = null,
        bool bareSky = false
    )
    {
        // The place itself depends on neither hour nor weather: the same hills stand there by night.
        var place = seed.For(setting.ToString());
        var scenery = SceneryOf(setting, place);
        var painting = seed.For($"{setting} {time} {weather} {shot} {palette.Name} {page.Width} {page.Height} {edge}");
        var canvas = new Canvas($"b{painting.Next() & 0xffffff:x}");
        var light = new Light(time, weather, palette, scenery.Indoors, scenery.Sheltered);
        var calm = edge ?? (place.For("edge").Chance(0.6) ? PanelEdge.Bottom : PanelEdge.Top);
        var stage = new Stage(page, shot, light, palette, canvas, place, calm, scenery.Indoors);
        stage.BareSky = bareSky;
        stage.Snowy = weather == Weather.Snow && !scenery.Sheltered;
        scenery.Paint(stage);
        return new Backdrop(
            Finished(stage.Sky, stage.Far, stage.Middle, stage.Ground),
            Finished(stage.Near, stage.WeatherLayer),
            canvas.Defs,
            stage.Zones,
            calm
        )
        {
            Indoors = scenery.Indoors,
            Light = light,
            Luminary = stage.Luminary,
        };
    }

    private static SceneLayer[] Finished(params Layer[] layers) =>
        [.. layers.Where(l => !l.IsEmpty).Select(l => l.Finish())];

    private IScenery SceneryOf(Setting setting, Seed place) =>
        setting == Setting.Castle && place.For("hall").Chance(0.4) ? _hall
        : _sceneries.TryGetValue(setting, out var scenery) ? scenery
        : throw new ArgumentOutOfRangeException(nameof(setting), setting, "There is no such setting.");
}
