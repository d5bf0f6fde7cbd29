namespace Atelier.Videos.Sound;

/// <summary>A voice that reads aloud.</summary>
internal interface INarrator
{
    /// <summary>The engine's or the model's own name, for manifests.</summary>
    string Name { get; }

    /// <summary>Reads the text, without silence around it. What cannot be read is silence of no length.</summary>
    /// <param name="wordsPerMinute">Of ordinary prose; an engine comes as near as it can.</param>
    Task<MonoWave> SpeakAsync(string text, string voice, int wordsPerMinute, CancellationToken cancel);
}
