namespace Atelier.Generation;

/// <summary>A model that reads aloud.</summary>
public interface ISpeechModel
{
    /// <summary>The model's own name, for manifests.</summary>
    string Name { get; }

    Task<ModelAnswer<SpokenText>> SpeakAsync(SpeechRequest request, Budget budget, CancellationToken cancel);
}

/// <param name="Speed">1 is the voice's own; from 0.25 to 4.</param>
public sealed record SpeechRequest(string Text, double Speed);

/// <param name="Wav">A WAV file, as its first bytes say; streaming servers leave lengths in its header open.</param>
public sealed record SpokenText(byte[] Wav);
