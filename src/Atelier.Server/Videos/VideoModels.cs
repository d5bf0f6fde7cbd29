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
internal sealed class VideoModels
{
    public IReadOnlyList<VideoModelView> All { get; } =
    [
        new(
            VideoOrder.BuiltIn,
            "Built in: drawn, animated and narrated on this machine",
            ["480p", "720p", "1080p", "4k"],
            ["16:9", "9:16", "1:1"],
            60,
            4000,
            0
        ),
    ];

    /// <returns>The field that is wrong, and why; null when the order can be met.</returns>
    public (string Field, string Message)? Objection(VideoOrder order) =>
        All.Any(model => model.Id == order.Model)
            ? null
            : ("model", $"The model is one of {string.Join(", ", All.Select(model => model.Id))}.");
}
