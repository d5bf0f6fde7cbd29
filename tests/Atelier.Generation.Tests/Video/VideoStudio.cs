using Atelier.Testing.Models;

namespace Atelier.Generation.Tests.Video;

/// <summary>A provider, a client of it in one of the dialects, and time that passes only when somebody waits.</summary>
internal sealed class VideoStudio : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("atelier-clips-");

    private VideoStudio(FakeVideoServer server) => Server = server;

    public FakeVideoServer Server { get; }

    public LeapingClock Clock { get; } = new(TimeSpan.FromMinutes(5));

    public Budget Budget { get; } = new();

    public string File => Path.Combine(_folder.FullName, "clip.mp4");

    public IEnumerable<string> Left => _folder.EnumerateFiles().Select(file => file.Name);

    public static async Task<VideoStudio> StartAsync() => new(await FakeVideoServer.StartAsync());

    public IVideoModel Model(
        VideoApi api,
        Func<VideoOptions, VideoOptions>? change = null,
        HttpMessageHandler? outside = null
    )
    {
        var graph = Path.Combine(_folder.FullName, "graph.json");
        System.IO.File.WriteAllText(
            graph,
            """{"6":{"inputs":{"text":"a film of {prompt}"}},"7":{"inputs":{"length":"{frames}","width":"{width}"}}}"""
        );
        var options = new VideoOptions
        {
            Api = api,
            Endpoint = new(
                Server.Address,
                api switch
                {
                    VideoApi.Replicate => "replicate",
                    VideoApi.ComfyUI => "comfy/",
                    _ => "v1",
                }
            ),
            Model = api is VideoApi.Replicate ? "maker/film" : "fake-video",
            TemplateFile = api is VideoApi.ComfyUI ? graph : null,
            ApiKey = FakeVideoServer.Key,
            PricePerSecond = 0.1m,
            TimeoutSeconds = 1000, // longer than the clock leaps: it never rings
        };
        return GenerationRegistration
            .Create(new GenerationOptions { Video = (change ?? (same => same))(options) }, Clock, outside)
            .Video!;
    }

    public static ClipRequest Request(string prompt, double seconds = 5) => new(prompt, 1280, 720, seconds, Seed: 7);

    public ClipOrder Order(IVideoModel model, string prompt) =>
        new(Guid.CreateVersion7(Clock.GetUtcNow()), model.Plan(Request(prompt)).Plan!, Clock.GetUtcNow());

    public async Task<RemoteClip> SubmitAsync(IVideoModel model, string prompt)
    {
        var answer = await model.SubmitAsync(Order(model, prompt), Budget, TestContext.Current.CancellationToken);
        Assert.Null(answer.Failure);
        return answer.Value!;
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
