using Atelier.Generation;
using Atelier.Videos.Filming;
using Atelier.Videos.Making;

namespace Atelier.Videos;

/// <summary>What can render a film, and within which limits.</summary>
/// <param name="Resolutions">What it offers; so do the other lists.</param>
/// <param name="PricePerSecond">Of film, in the currency of the settings; 0 for the built-in renderer.</param>
public sealed record VideoModelView(
    string Id,
    string Title,
    IReadOnlyList<string> Resolutions,
    IReadOnlyList<string> Aspects,
    double LongestSeconds,
    int LongestPrompt,
    decimal PricePerSecond
);

/// <summary>The renderers of this studio. An order that one does not offer is refused before anything is spent.</summary>
internal sealed class VideoModels(GenerationModels models)
{
    private static readonly VideoModelView BuiltIn = new(
        VideoOrder.BuiltIn,
        "Drawn, animated and narrated on this machine",
        ["480p", "720p", "1080p", "4k"],
        ["16:9", "9:16", "1:1"],
        60,
        4000,
        0
    );

    public IReadOnlyList<VideoModelView> All { get; } =
        models.Video is { } video ? [BuiltIn, ViewOf(video)] : [BuiltIn];

    /// <returns>The field that is wrong, and why; null when the order can be met.</returns>
    public (string Field, string Message)? Objection(VideoOrder order)
    {
        if (order.Model == VideoOrder.BuiltIn)
            return null;
        if (models.Video is not { } video || video.Name != order.Model)
            return ("model", $"The model is one of {string.Join(", ", All.Select(model => model.Id))}.");
        if (order.BurnCaptions)
            return (
                "burnCaptions",
                $"{video.Name} cannot draw captions into the picture; the film has them as a track."
            );
        var (_, failure) = video.Plan(ModelFootage.RequestOf(order, seed: 0));
        return failure is null ? null : ("model", failure.Detail);
    }

    private static VideoModelView ViewOf(IVideoModel video)
    {
        var shapes =
            from resolution in BuiltIn.Resolutions
            from aspect in BuiltIn.Aspects
            let format = FilmFormat.Of(resolution, "medium", aspect, 30)
            where video.Limits.Sizes.Contains($"{format.Width}x{format.Height}")
            select (resolution, aspect);
        return new(
            video.Name,
            "A video model",
            [.. shapes.Select(shape => shape.resolution).Distinct()],
            [.. shapes.Select(shape => shape.aspect).Distinct()],
            video.Limits.Lengths.Max(),
            video.Limits.LongestPrompt,
            video.Limits.PricePerSecond
        );
    }
}
