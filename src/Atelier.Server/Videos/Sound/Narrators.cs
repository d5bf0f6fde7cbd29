using Atelier.Generation;

namespace Atelier.Videos.Sound;

/// <summary>
/// Who reads a film aloud: the configured model, or the built-in voice, from the first sentence to the last. A film
/// whose voice changed in the middle would be worse than one that the built-in voice reads.
/// </summary>
internal sealed class Narrators(GenerationModels models, INarrator builtIn)
{
    public async Task<NarrationTrack> SpeakAsync(
        IReadOnlyList<NarrationLine> lines,
        NarrationStyle style,
        Budget budget,
        CancellationToken cancel
    )
    {
        string? note = null;
        if (models.Speech is { } model)
            try
            {
                var narrator = new ModelNarrator(model, budget);
                var track = await new Narration(narrator).SpeakAsync(lines, style, cancel);
                return track with { Narrator = narrator.Name };
            }
            catch (NarratorFailedException failed)
            {
                note = $"The film was read by the built-in voice, because {model.Name} could not: {failed.Message}";
            }
        var read = await new Narration(builtIn).SpeakAsync(lines, style, cancel);
        return read with { Narrator = builtIn.Name, Note = note };
    }
}
