using OpenAI.Audio;

namespace Atelier.Generation;

/// <summary>Any server that speaks OpenAI's text to speech.</summary>
internal sealed class OpenAISpeechModel(ModelOptions options, TimeProvider time) : ISpeechModel
{
    private const int LargestSound = 64 << 20; // bytes; ten minutes of the richest WAV

    private readonly AudioClient _client = ModelCalls.Client(options).GetAudioClient(options.Model);
    private readonly ModelCalls _calls = new(options, time);

    public string Name => options.Model!;

    public async Task<ModelAnswer<SpokenText>> SpeakAsync(
        SpeechRequest request,
        Budget budget,
        CancellationToken cancel
    )
    {
        var settings = new SpeechGenerationOptions
        {
            ResponseFormat = GeneratedSpeechFormat.Wav,
            SpeedRatio = (float)Math.Clamp(request.Speed, 0.25, 4),
        };
        var cost = options.PricePerMillionCharacters * request.Text.Length / 1_000_000;
        var (spoken, failure) = await _calls.RunAsync(
            async attempt =>
                Checked((await _client.GenerateSpeechAsync(request.Text, options.Voice, settings, attempt)).Value),
            budget,
            cancel,
            cost
        );
        if (spoken is null)
            return new(null, failure, default);
        var usage = new Usage(0, 0, 0, cost);
        budget.Add(usage);
        return new(spoken, null, usage with { Calls = 1 });
    }

    private static SpokenText Checked(BinaryData answer)
    {
        var bytes = answer.ToArray();
        if (bytes.Length is < 44 or > LargestSound || !bytes.AsSpan().StartsWith("RIFF"u8))
            throw new FailureException(
                new(FailureCodes.BadAnswer, "The model sent something that is not a WAV file.", true)
            );
        return new(bytes);
    }
}
