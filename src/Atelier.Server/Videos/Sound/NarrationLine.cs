namespace Atelier.Videos.Sound;

/// <summary>What is to be said, and in which part of the film.</summary>
internal sealed record NarrationLine(int Scene, string Text, double Start, double Seconds);

/// <param name="Voice">One that the narrator knows; it takes its own where it does not.</param>
/// <param name="WordsPerMinute">The pace where there is time.</param>
internal sealed record NarrationStyle(string Voice = Voices.Default, int WordsPerMinute = NarrationStyle.EasyPace)
{
    public const int EasyPace = 155;
}

/// <summary>What was said, and when: exact to the sample, in seconds of the film.</summary>
internal sealed record SpokenSentence(int Scene, string Text, double Start, double End)
{
    /// <summary>When the voice went on after each pause inside the sentence.</summary>
    public IReadOnlyList<double> Resumptions { get; init; } = [];
}

/// <summary>A sentence that was left out because its slot was too short.</summary>
internal sealed record DroppedSentence(int Scene, string Text);

/// <param name="Voice">From the film's first sample to the end of the last sentence.</param>
internal sealed record NarrationTrack(
    MonoWave Voice,
    IReadOnlyList<SpokenSentence> Spoken,
    IReadOnlyList<DroppedSentence> Dropped
)
{
    /// <summary>Whose voice it is, for manifests.</summary>
    public string Narrator { get; init; } = "";

    /// <summary>What a person should know: that the voice is not the one that was configured, and why.</summary>
    public string? Note { get; init; }

    public static NarrationTrack None { get; } = new(MonoWave.Silence(0, SoundFormat.Rate), [], []);
}
