using System.Globalization;
using System.Text;
using Atelier.Platform.Processes;

namespace Atelier.Videos.Sound;

/// <summary>The built-in voice. The text goes in by standard input and is never read as markup.</summary>
internal sealed class EspeakNarrator : INarrator
{
    public string Name => "espeak-ng";

    /// <exception cref="ChildProcessException">espeak-ng is not installed, or failed.</exception>
    public async Task<MonoWave> SpeakAsync(string text, string voice, int wordsPerMinute, CancellationToken cancel)
    {
        var speakable = SpeakableText.Of(text);
        if (speakable.Length == 0)
            return MonoWave.Silence(0, SoundFormat.Rate);
        var run = await ChildProcess.RunAsync(
            new(
                "espeak-ng",
                "-v",
                Voices.For(speakable, Voices.IsKnown(voice) ? voice : Voices.Default),
                "-s",
                wordsPerMinute.ToString(CultureInfo.InvariantCulture),
                "-b1", // UTF-8
                "-z", // no pause after the last sentence
                "--stdin",
                "--stdout"
            )
            {
                Input = Encoding.UTF8.GetBytes(speakable),
                Timeout = TimeSpan.FromSeconds(30),
                MemoryBytes = 512L * 1024 * 1024,
            },
            cancel
        );
        var spoken = WavFile.ReadMono(run.EnsureSucceeded().Output.Span) ?? MonoWave.Silence(0, SoundFormat.Rate);
        return Resampler.To48k(Speech.Trimmed(spoken));
    }
}
