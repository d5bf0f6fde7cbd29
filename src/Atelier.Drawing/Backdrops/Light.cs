namespace Atelier.Drawing.Backdrops;

/// <summary>
/// What the hour and the weather do to colours. Things are described by their own colour at noon; <see cref="On"/> says
/// how that looks now, at a distance. Palette, hour and weather are one chain, so a picture stays in one harmony.
/// </summary>
internal sealed class Light
{
    private readonly Palette _palette;
    private readonly double _haze;
    private readonly bool _indoors;
    private readonly bool _sheltered;

    public Light(TimeOfDay time, Weather weather, Palette palette, bool indoors = false, bool sheltered = false)
    {
        (Time, Weather, _palette, _indoors, _sheltered) = (time, weather, palette, indoors, sheltered);
        var (top, middle, bottom) = time switch
        {
            TimeOfDay.Morning => (new Colour(0.82, 0.075, 238), new Colour(0.9, 0.045, 330), new(0.945, 0.07, 78)),
            TimeOfDay.Day => (new Colour(0.75, 0.115, 240), new Colour(0.86, 0.075, 228), new(0.955, 0.03, 205)),
            TimeOfDay.Evening => (new Colour(0.6, 0.115, 305), new Colour(0.77, 0.125, 25), new(0.9, 0.115, 80)),
            _ => (new Colour(0.215, 0.075, 275), new Colour(0.31, 0.095, 272), new Colour(0.44, 0.1, 262)),
        };
        var grey = weather switch
        {
            Weather.Clear => 0,
            Weather.Cloudy => 0.3,
            Weather.Rain => 0.5,
            Weather.Snow => 0.45,
            _ => 0.6,
        };
        SkyTop = palette.Tint(Overcast(top, grey));
        SkyMiddle = palette.Tint(Overcast(middle, grey));
        SkyBottom = palette.Tint(Overcast(bottom, grey * 0.85));
        _haze = weather switch
        {
            Weather.Fog => 1.5,
            Weather.Rain or Weather.Snow => 1.05,
            _ => 0.85,
        };
    }

    public TimeOfDay Time { get; }
    public Weather Weather { get; }
    public Colour SkyTop { get; }
    public Colour SkyMiddle { get; }
    public Colour SkyBottom { get; }
    public bool IsNight => Time == TimeOfDay.Night;

    /// <summary>Lamps and windows are lit.</summary>
    public bool LampsLit => Time is TimeOfDay.Night or TimeOfDay.Evening;

    /// <summary>What lamps and lit windows give off: not dimmed by the hour.</summary>
    public Colour Lamp => _palette.Tint(new Colour(0.89, 0.13, 85));

    public Colour Sun =>
        _palette.Tint(
            Time switch
            {
                TimeOfDay.Morning => new Colour(0.92, 0.12, 90),
                TimeOfDay.Day => new Colour(0.9, 0.16, 90),
                TimeOfDay.Evening => new Colour(0.82, 0.165, 58),
                _ => new Colour(0.95, 0.035, 95),
            }
        );

    /// <summary>Where the light catches an edge.</summary>
    public Colour Rim => IsNight ? On(new Colour(0.9, 0.04, 250)) : Sun.Mix(Colour.White, 0.5);

    /// <param name="local">The thing's own colour at noon.</param>
    /// <param name="distance">0 at the viewer to 1 at the horizon.</param>
    public Colour On(Colour local, double distance = 0)
    {
        var lit = Time switch
        {
            TimeOfDay.Morning => local.Mix(new Colour(0.9, 0.075, 75), 0.1),
            TimeOfDay.Day => local,
            TimeOfDay.Evening => (local with { L = local.L * 0.92, C = local.C * 1.06 }).Mix(
                new Colour(0.64, 0.13, 35),
                0.18
            ),
            _ when _indoors => (local with { L = 0.1 + local.L * 0.6, C = local.C * 1.1 }).Mix(
                new Colour(0.46, 0.09, 310),
                0.22
            ),
            _ => (local with { L = 0.15 + local.L * 0.51, C = local.C * 0.85 }).Mix(new Colour(0.37, 0.125, 268), 0.41),
        };
        if (!_sheltered)
            lit = Weather switch
            {
                Weather.Cloudy => lit with { L = lit.L * 0.98, C = lit.C * 0.86 },
                Weather.Rain => (lit with { C = lit.C * 0.9 }).Mix(
                    lit with
                    {
                        L = lit.L * 0.72,
                        C = 0.03,
                        H = 245,
                    },
                    0.4
                ),
                Weather.Snow => (lit with { C = lit.C * 0.82 }).Mix(new Colour(IsNight ? 0.42 : 0.9, 0.02, 245), 0.12),
                Weather.Fog => lit with { C = lit.C * 0.7 },
                _ => lit,
            };
        var tinted = _palette.Tint(lit);
        var haze = distance * _haze * 0.62;
        return haze <= 0 ? tinted : tinted.Mix(SkyBottom.Mix(SkyMiddle, 0.35), Math.Min(haze, 0.9));
    }

    /// <summary>A colour that keeps its own brightness at any hour (glowing fish, stars, screens), palette applied.</summary>
    public Colour Glowing(Colour colour) => _palette.Tint(colour);

    private Colour Overcast(Colour sky, double share) =>
        sky.Mix(new Colour(sky.L * (IsNight ? 1.16 : 0.92), IsNight ? 0.05 : 0.035, 252), share);
}
