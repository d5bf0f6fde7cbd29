namespace Atelier.Videos.Sound;

/// <summary>Reads every text as a tone that lasts as long as its words take at the pace asked for.</summary>
internal sealed class ToneNarrator : INarrator
{
    public List<(string Text, int Pace)> Asked { get; } = [];

    public string Name => "tone";

    public Task<MonoWave> SpeakAsync(string text, string voice, int wordsPerMinute, CancellationToken cancel)
    {
        Asked.Add((text, wordsPerMinute));
        return Task.FromResult(Tone(text.Split(' ').Length * 60.0 / wordsPerMinute, 440));
    }

    public static MonoWave Tone(double seconds, double frequency, float strength = 0.3f)
    {
        var samples = new float[SoundFormat.Samples(seconds)];
        for (var i = 0; i < samples.Length; i++)
            samples[i] = strength * (float)Math.Sin(2 * Math.PI * frequency * i / SoundFormat.Rate);
        return new(samples, SoundFormat.Rate);
    }
}
