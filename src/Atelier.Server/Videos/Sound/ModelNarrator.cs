using Atelier.Generation;

namespace Atelier.Videos.Sound;

/// <summary>A configured speech model as the voice of one film.</summary>
internal sealed class ModelNarrator(ISpeechModel model, Budget budget) : INarrator
{
    public string Name => model.Name;

    /// <exception cref="NarratorFailedException">The model gave no usable sound.</exception>
    public async Task<MonoWave> SpeakAsync(string text, string voice, int wordsPerMinute, CancellationToken cancel)
    {
        var speakable = SpeakableText.Of(text);
        if (speakable.Length == 0)
            return MonoWave.Silence(0, SoundFormat.Rate);
        var speed = (double)wordsPerMinute / NarrationStyle.EasyPace;
        var answer = await model.SpeakAsync(new(speakable, speed), budget, cancel);
        if (answer.Value is null)
            throw new NarratorFailedException(answer.Failure!.Detail);
        var spoken = WavFile.ReadMono(answer.Value.Wav);
        return Resampler.To48k(
            Speech.Trimmed(spoken ?? throw new NarratorFailedException("It sent a kind of WAV that nobody knows."))
        );
    }
}

internal sealed class NarratorFailedException(string why) : Exception(why);
