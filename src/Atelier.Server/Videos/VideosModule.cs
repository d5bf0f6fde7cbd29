using Atelier.Generation;
using Atelier.JobEngine;
using Atelier.Jobs.Contracts;
using Atelier.Platform.Database;
using Atelier.Platform.Files;
using Atelier.Platform.Http;
using Atelier.Platform.Http.Idempotency;
using Atelier.Platform.PersonalData;
using Atelier.Platform.Throttling;
using Atelier.Videos.Filming;
using Atelier.Videos.Making;
using Atelier.Videos.Scripts;
using Atelier.Videos.Sound;
using Atelier.Videos.Storyboards;
using Atelier.Videos.Watching;

namespace Atelier.Videos;

/// <summary>The studio of films: a prompt, a storyboard, a job that renders it, and what was made.</summary>
internal static class VideosModule
{
    private const string Lane = "videos";

    public static void AddVideos(this IHostApplicationBuilder builder)
    {
        builder.AddModuleDatabase<VideosDb>();
        var services = builder.Services;
        services.AddScoped<VideoOwners>();
        services.AddScoped<EveryVideosOwners>();
        services.AddSingleton(new SweepRule("delete from videos.video where deleted_at < $1", Video.UndoFor));
        services.AddScoped<IPersonalData, VideosPersonalData>();
        services.AddScoped<IAssetReferences, VideoAssets>();
        services.AddScoped<IBatchWork, BatchOfVideos>();
        services.AddJobHandler<MakeVideo, MakeVideoHandler>(lane: Lane);
        // One film uses all cores by itself; two at a time only make both slow.
        services.PostConfigure<JobEngineOptions>(jobs => jobs.Lanes.TryAdd(Lane, 1));
        services.AddSingleton<VideoModels>();
        services.AddSingleton<PromptReading>();
        services.AddSingleton<ScriptWriter>();
        services.AddSingleton<BuiltInScript>();
        services.AddSingleton<IScriptWriter>(provider =>
        {
            var builtIn = provider.GetRequiredService<BuiltInScript>();
            return provider.GetRequiredService<GenerationModels>().Chat is { } chat
                ? new ModelScriptWriter(chat, builtIn)
                : builtIn;
        });
        services.AddSingleton<FilmSet>();
        services.AddSingleton<SegmentShelf>();
        services.AddSingleton<Darkroom>();
        services.AddSingleton<INarrator, EspeakNarrator>();
        services.AddSingleton<Narrators>();
        services.AddSingleton<ClipBook>();
        services.AddSingleton<ModelFootage>();
        services.AddSingleton<SoundStage>();
        services.AddSingleton<CuttingRoom>();
        services.AddSingleton<DiskRoom>();
        services.AddScoped<WatchVideo>();
    }

    public static void MapVideos(this IEndpointRouteBuilder api)
    {
        api.MapGet("/models", ListModels.Get).WithTags("Videos");
        var videos = api.MapGroup("/videos").WithTags("Videos");
        videos
            .MapPost("/", CreateVideo.Post)
            .Idempotent()
            .Throttle(ThrottlePolicy.Generate)
            .ProducesProblem(400)
            .ProducesProblem(404)
            .ProducesProblem(409);
        videos.MapGet("/", ListVideos.Get).ProducesProblem(400);
        videos
            .MapGroup("/{videoId:guid}")
            .RequireOwner<EveryVideosOwners>("videoId", "video")
            .MapPost("/restore", RestoreVideo.Post);

        var video = videos.MapGroup("/{videoId:guid}").RequireOwner<VideoOwners>("videoId", "video");
        video.MapGet("/", GetVideo.Get);
        video.MapDelete("/", DeleteVideo.Delete);
        video.MapPost("/render", RenderVideo.Post).Idempotent().Throttle(ThrottlePolicy.Generate).ProducesProblem(409);
        video.MapGet("/storyboard", GetStoryboard.Get).ProducesProblem(409);
        video.MapPut("/storyboard", ChangeStoryboard.Put).ProducesProblem(400).ProducesProblem(409);
        video
            .MapGet("/storyboard/{number:int}/svg", GetSceneStill.Svg)
            .Produces<Stream>(200, "image/svg+xml")
            .ProducesProblem(409);
        video.MapGet("/watch", WatchVideo.Playlist).Produces<string>(200, WatchVideo.PlaylistType).ProducesProblem(409);
        video
            .MapGet("/watch/{segment}", WatchVideo.Segment)
            .Produces<Stream>(200, SegmentShelf.MediaType)
            .ProducesProblem(409);
        video.MapGet("/file", DownloadVideo.File).ProducesFile("video/mp4").ProducesProblem(409);
        video.MapGet("/poster", DownloadVideo.Poster).ProducesFile("image/jpeg").ProducesProblem(409);
        video.MapGet("/captions", DownloadVideo.Captions).ProducesFile("text/vtt").ProducesProblem(409);
        video
            .MapGet("/download", DownloadVideo.Get)
            .ProducesFile(
                "video/mp4",
                "image/jpeg",
                "text/vtt",
                "application/x-subrip",
                "image/webp",
                "application/json",
                "text/plain"
            )
            .ProducesProblem(400)
            .ProducesProblem(409);
    }
}
