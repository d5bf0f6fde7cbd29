namespace Atelier.Videos.Sound.Music;

/// <summary>What a mood sounds like.</summary>
/// <param name="Scale">Seven steps, in semitones above the key note.</param>
/// <param name="Ladder">The five steps of the scale that the tune climbs on.</param>
/// <param name="Progressions">Chords by the step of the scale they stand on, a bar each, four to a round.</param>
/// <param name="Busy">How likely the tune has a note on a given half beat.</param>
internal sealed record Mood(
    string Name,
    int SlowestTempo,
    int FastestTempo,
    int[] Scale,
    int[] Ladder,
    int[][] Progressions,
    Instrument Chords,
    Instrument Tune,
    double Busy,
    int TuneFloor,
    double Wet
)
{
    /// <summary>The bass repeats on every beat, with a soft tick between, instead of holding the bar.</summary>
    public bool HasPulse { get; init; }

    private static readonly int[] Major = [0, 2, 4, 5, 7, 9, 11];
    private static readonly int[] Lydian = [0, 2, 4, 6, 7, 9, 11];
    private static readonly int[] Mixolydian = [0, 2, 4, 5, 7, 9, 10];
    private static readonly int[] Dorian = [0, 2, 3, 5, 7, 9, 10];
    private static readonly int[] Minor = [0, 2, 3, 5, 7, 8, 10];
    private static readonly int[] MajorLadder = [0, 1, 2, 4, 5];
    private static readonly int[] MinorLadder = [0, 2, 3, 4, 6];

    public static IReadOnlyList<Mood> All { get; } =
    [
        new(
            "calm",
            SlowestTempo: 64,
            FastestTempo: 76,
            Major,
            MajorLadder,
            [
                [0, 4, 5, 3],
                [0, 2, 3, 0],
                [0, 5, 3, 4],
                [0, 3, 1, 4],
            ],
            Instrument.WarmPad,
            Instrument.Harp,
            Busy: 0.38,
            TuneFloor: 67,
            Wet: 0.3
        ),
        new(
            "playful",
            SlowestTempo: 104,
            FastestTempo: 122,
            Major,
            MajorLadder,
            [
                [0, 3, 4, 0],
                [0, 5, 1, 4],
                [0, 4, 3, 4],
                [0, 2, 3, 4],
            ],
            Instrument.SoftPad,
            Instrument.Marimba,
            Busy: 0.6,
            TuneFloor: 69,
            Wet: 0.18
        )
        {
            HasPulse = true,
        },
        new(
            "mysterious",
            SlowestTempo: 66,
            FastestTempo: 78,
            Dorian,
            MinorLadder,
            [
                [0, 3, 0, 6],
                [0, 6, 3, 0],
                [0, 4, 3, 0],
                [0, 1, 6, 0],
            ],
            Instrument.WarmPad,
            Instrument.Bell,
            Busy: 0.26,
            TuneFloor: 70,
            Wet: 0.42
        ),
        new(
            "adventurous",
            SlowestTempo: 96,
            FastestTempo: 116,
            Mixolydian,
            MajorLadder,
            [
                [0, 6, 3, 0],
                [0, 3, 6, 3],
                [0, 4, 6, 3],
                [0, 5, 6, 4],
            ],
            Instrument.Strings,
            Instrument.Harp,
            Busy: 0.5,
            TuneFloor: 64,
            Wet: 0.26
        )
        {
            HasPulse = true,
        },
        new(
            "sad",
            SlowestTempo: 56,
            FastestTempo: 66,
            Minor,
            MinorLadder,
            [
                [0, 5, 2, 6],
                [0, 3, 5, 4],
                [0, 6, 5, 4],
                [0, 2, 6, 5],
            ],
            Instrument.Strings,
            Instrument.Piano,
            Busy: 0.32,
            TuneFloor: 64,
            Wet: 0.34
        ),
        new(
            "bright",
            SlowestTempo: 92,
            FastestTempo: 108,
            Lydian,
            MajorLadder,
            [
                [0, 1, 0, 4],
                [0, 4, 5, 1],
                [0, 5, 1, 4],
                [0, 2, 1, 4],
            ],
            Instrument.SoftPad,
            Instrument.Piano,
            Busy: 0.5,
            TuneFloor: 67,
            Wet: 0.24
        )
        {
            HasPulse = true,
        },
    ];

    /// <summary>Calm for a name that no mood has.</summary>
    public static Mood Named(string? name) => All.FirstOrDefault(mood => mood.Name == name) ?? All[0];
}
