using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Videos;

public sealed record VideoModelsView(IReadOnlyList<VideoModelView> Videos);

internal static class ListModels
{
    public static Ok<VideoModelsView> Get(VideoModels models) => TypedResults.Ok(new VideoModelsView(models.All));
}
