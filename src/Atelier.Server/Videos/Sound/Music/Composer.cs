using Atelier.Drawing;

namespace Atelier.Videos.Sound.Music;

/// <summary>
/// Writes the notes: rounds of four chords, a bass, and a tune of two bars that returns over each chord with small
/// changes. The tempo is chosen so that the last chord comes home just before the end.
/// </summary>
internal sealed class Composer
{
    private const int Beats = 4;
    private const int Slots = 2 * Beats; // half beats in a bar
    private const double LongestEnding = 2.8; // seconds for the last chord

    private static readonly int[] Thirds = [0, 2, 4];

    private readonly Mood _mood;
    private readonly double _seconds;
    private readonly double _bar;
    private readonly int _bars;
    private readonly int _key;
    private readonly Seed _seed;
    private readonly List<Note> _notes = [];

    private Composer(Mood mood, ulong seed, double seconds)
    {
        (_mood, _seconds, _seed) = (mood, seconds, new Seed(seed).For("music").For(mood.Name));
        var choices = _seed.For("key");
        _key = choices.Below(12);
        var bar = Beats * 60 / choices.Between(mood.SlowestTempo, mood.FastestTempo);
        var body = seconds - Math.Min(LongestEnding, seconds / 4);
        _bars = Math.Max(1, (int)Math.Round(body / bar));
        _bar = Math.Max(body / _bars, Beats * 60.0 / (mood.FastestTempo * 1.1));
    }

    public static IReadOnlyList<Note> Compose(Mood mood, ulong seed, double seconds)
    {
        var composer = new Composer(mood, seed, seconds);
        composer.Write();
        return composer._notes;
    }

    private void Write()
    {
        var motif = Motif(_seed.For("motif"));
        var answer = Motif(_seed.For("answer"));
        var rounds = _seed.For("rounds");
        var (first, second) = (rounds.Pick(_mood.Progressions), rounds.Pick(_mood.Progressions));
        for (var bar = 0; bar < _bars; bar++)
        {
            var round = bar / 4 % 3 == 2 ? second : first;
            var degree = bar == _bars - 1 && _bars > 2 ? round[3] : round[bar % 4];
            Harmony(degree, bar * _bar, _bar);
            Bass(degree, bar);
            if (bar > 0 || _bars < 4) // the chord alone opens a longer film
                Tune(bar / 4 % 2 == 1 ? answer : motif, degree, bar);
        }
        var ending = _bars * _bar;
        if (ending >= _seconds)
            return;
        Harmony(0, ending, _seconds - ending);
        _notes.Add(new(Instrument.Bass, ending, _seconds - ending, Low(0), 0.3, 0.5));
        _notes.Add(new(_mood.Tune, ending, _seconds - ending, Above(_mood.TuneFloor, 0), 0.2, 0.5));
    }

    private void Harmony(int degree, double start, double seconds)
    {
        foreach (var third in Thirds)
            _notes.Add(new(_mood.Chords, start, seconds, Above(54, degree + third), 0.15, 0.25 + third / 8.0));
    }

    private void Bass(int degree, int bar)
    {
        var start = bar * _bar;
        if (!_mood.HasPulse)
        {
            _notes.Add(new(Instrument.Bass, start, _bar * 0.95, Low(degree), 0.26, 0.5));
            return;
        }
        var beat = _bar / Beats;
        for (var i = 0; i < Beats; i++)
            _notes.Add(
                new(
                    Instrument.Bass,
                    start + i * beat,
                    beat * (i % 2 == 0 ? 0.8 : 0.45),
                    Low(i == 3 ? degree + 4 : degree),
                    i == 0 ? 0.26 : 0.17,
                    0.5
                )
            );
    }

    /// <summary>Where in two bars a note stands, and how many rungs it is from the one before.</summary>
    private (int Slot, int Step)[] Motif(Seed seed)
    {
        int[] steps = [-2, -1, -1, 0, 1, 1, 2];
        var notes = new List<(int, int)>();
        for (var slot = 0; slot < 2 * Slots; slot++)
            if (
                seed.Chance(
                    slot % Slots == 0 ? 0.9
                    : slot % 2 == 0 ? _mood.Busy * 1.3
                    : _mood.Busy * 0.6
                )
            )
                notes.Add((slot, seed.Pick(steps)));
        return [.. notes];
    }

    private void Tune((int Slot, int Step)[] motif, int degree, int bar)
    {
        var seed = _seed.For("tune", bar);
        var ladder = Ladder();
        var chord = ChordTones(degree);
        var rung = ladder.Length / 2 + bar % 4 - 2;
        var slotSeconds = _bar / Slots;
        foreach (var (slot, step) in motif)
        {
            rung = Math.Clamp(rung + step, 0, ladder.Length - 1);
            if (slot / Slots != bar % 2 || seed.Chance(0.08))
                continue;
            var place = slot % Slots;
            var strong = place % 4 == 0;
            var pitch = strong ? ladder[rung] + Nearest(chord, ladder[rung]) : ladder[rung];
            _notes.Add(
                new(
                    _mood.Tune,
                    bar * _bar + place * slotSeconds + (place == 0 ? 0 : seed.Between(0, 0.008)),
                    slotSeconds * 1.6,
                    pitch,
                    (strong ? 0.27 : 0.21) * seed.Between(0.85, 1.1),
                    seed.Between(0.35, 0.65)
                )
            );
        }
    }

    private int[] Ladder() =>
        [
            .. Enumerable
                .Range(_mood.TuneFloor, 15)
                .Where(pitch => _mood.Ladder.Any(step => IsSame(pitch, _key + _mood.Scale[step]))),
        ];

    private int[] ChordTones(int degree) => [.. Thirds.Select(third => _key + Semitones(degree + third))];

    /// <summary>How far the nearest of these tones is, in whichever octave.</summary>
    private static int Nearest(int[] tones, int pitch) =>
        Enumerable.Range(-3, 7).OrderBy(Math.Abs).First(offset => tones.Any(tone => IsSame(pitch + offset, tone)));

    private static bool IsSame(int pitch, int tone) => (pitch - tone) % 12 == 0;

    private int Semitones(int degree) => _mood.Scale[degree % 7] + degree / 7 * 12;

    /// <summary>The step of the scale in the octave that begins here: chords follow each other in short moves.</summary>
    private int Above(int floor, int degree) => floor + ((_key + Semitones(degree) - floor) % 12 + 12) % 12;

    private int Low(int degree) => Above(35, degree);
}
