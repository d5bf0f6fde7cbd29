using Atelier.Language;

namespace Atelier.Videos.Sound;

/// <summary>
/// Reads each line into its slot, sentence by sentence: at an easy pace where there is time, faster where there is not,
/// and without its last sentences where even that is too long.
/// </summary>
internal sealed class Narration(INarrator narrator)
{
    private const int SlowestPace = 80; // words a minute
    private const int FastestPace = 220;

    private const double Air = 0.3; // seconds of quiet at both ends of a slot

    /// <summary>Engines do not keep their paces exactly.</summary>
    private const double Margin = 1.25;

    private const double Breath = 0.3; // between sentences, at the easy pace

    /// <summary>No part of a slot is longer in quiet than this share, however short the slot.</summary>
    private const double LargestAirShare = 0.1;

    public async Task<NarrationTrack> SpeakAsync(
        IReadOnlyList<NarrationLine> lines,
        NarrationStyle style,
        CancellationToken cancel
    )
    {
        var takes = new List<(int At, MonoWave Sound)>();
        var spoken = new List<SpokenSentence>();
        var dropped = new List<DroppedSentence>();
        foreach (var line in lines)
        {
            var texts = SentencesOf(line.Text);
            var air = Math.Min(Air, line.Seconds * LargestAirShare);
            var reading = await FitAsync(texts, line.Seconds - 2 * air, style, cancel);
            dropped.AddRange(texts.Skip(reading.Sounds.Count).Select(text => new DroppedSentence(line.Scene, text)));
            var at = SoundFormat.Samples(line.Start + air);
            foreach (var (text, sound) in texts.Zip(reading.Sounds))
            {
                if (sound.Samples.Length == 0)
                    continue;
                takes.Add((at, sound));
                var start = (double)at / SoundFormat.Rate;
                spoken.Add(
                    new(line.Scene, text, start, start + sound.Seconds)
                    {
                        Resumptions = [.. Speech.Resumptions(sound).Select(moment => start + moment)],
                    }
                );
                at += sound.Samples.Length + SoundFormat.Samples(BreathAt(reading.Pace));
            }
        }
        return new(Joined(takes), spoken, dropped);
    }

    private async Task<Reading> FitAsync(
        IReadOnlyList<string> texts,
        double seconds,
        NarrationStyle style,
        CancellationToken cancel
    )
    {
        var easyPace = Math.Clamp(style.WordsPerMinute, SlowestPace, FastestPace);
        // A model is paid for what it reads, so nothing is read that cannot fit at any pace.
        var most = seconds * FastestPace / easyPace * Margin;
        var easy = await ReadAsync(texts, easyPace, style.Voice, most, cancel);
        if (easy.Seconds <= seconds)
            return easy;
        var fastest = await ReadAsync([.. texts.Take(easy.Sounds.Count)], FastestPace, style.Voice, seconds, cancel);
        while (fastest.Sounds.Count > 0 && fastest.Seconds > seconds)
            fastest = fastest with { Sounds = [.. fastest.Sounds.SkipLast(1)] };
        var kept = fastest.Sounds.Count;
        if (kept == 0)
            return fastest;
        easy = easy with { Sounds = [.. easy.Sounds.Take(kept)] };
        if (easy.Seconds <= seconds)
            return easy;
        // One try at the pace that the two readings promise to fill the slot; where it overruns, the fastest stands.
        var share = (easy.Seconds - seconds) / Math.Max(easy.Seconds - fastest.Seconds, 1e-6);
        var pace = (int)Math.Ceiling(1 / double.Lerp(1.0 / easyPace, 1.0 / FastestPace, Math.Min(1, share * 1.05)));
        if (pace >= FastestPace)
            return fastest;
        var fitted = await ReadAsync([.. texts.Take(kept)], pace, style.Voice, seconds, cancel);
        return fitted.Seconds <= seconds ? fitted : fastest;
    }

    /// <returns>Everything, or the sentences up to the one with which the reading became too long.</returns>
    private async Task<Reading> ReadAsync(
        IReadOnlyList<string> texts,
        int pace,
        string voice,
        double most,
        CancellationToken cancel
    )
    {
        var reading = new Reading([], pace);
        foreach (var text in texts)
            if (reading.Seconds <= most)
                reading.Sounds.Add(await narrator.SpeakAsync(text, voice, pace, cancel));
        return reading;
    }

    private static IReadOnlyList<string> SentencesOf(string text) =>
        [
            .. Sentences
                .Split(text)
                .Select(sentence => text.Substring(sentence.Start, sentence.Length))
                .Where(sentence => SpeakableText.Of(sentence).Length > 0),
        ];

    private static double BreathAt(int pace) => Breath * NarrationStyle.EasyPace / pace;

    private static MonoWave Joined(List<(int At, MonoWave Sound)> takes)
    {
        var length = takes.Count == 0 ? 0 : takes.Max(take => take.At + take.Sound.Samples.Length);
        var voice = new MonoWave(new float[length], SoundFormat.Rate);
        foreach (var (at, sound) in takes)
            sound.Samples.CopyTo(voice.Samples, at);
        return voice;
    }

    private sealed record Reading(List<MonoWave> Sounds, int Pace)
    {
        public double Seconds => Sounds.Sum(sound => sound.Seconds) + Math.Max(0, Sounds.Count - 1) * BreathAt(Pace);
    }
}
