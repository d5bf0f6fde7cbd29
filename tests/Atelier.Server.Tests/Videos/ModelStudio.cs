using Atelier.Support;
using Atelier.Testing.Models;
using Microsoft.AspNetCore.Builder;

namespace Atelier.Videos;

/// <summary>A studio with a video model that delivers a clip of eight seconds, whatever it is asked for.</summary>
public sealed class ModelStudio : VideoStudioHost, IAsyncLifetime
{
    internal FakeVideoServer Provider { get; private set; } = null!;

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        var folder = Directory.CreateTempSubdirectory("atelier-clip-test-");
        Provider = await FakeVideoServer.StartAsync();
        Provider.Now = Clock.GetUtcNow();
        var clip = Path.Combine(folder.FullName, "clip.mp4");
        await Tool.RunAsync("ffmpeg", "-v", "error", "-f", "lavfi", "-i", "testsrc2=s=320x180:r=24:d=8", clip);
        Provider.Film = await File.ReadAllBytesAsync(clip);
        folder.Delete(recursive: true);
        await InitializeAsync();
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeAsync();
        await Provider.DisposeAsync();
    }

    internal override void Adjust(WebApplicationBuilder builder)
    {
        base.Adjust(builder);
        builder.Configuration["Atelier:Generation:Video:Endpoint"] = $"{new Uri(Provider.Address, "v1")}";
        builder.Configuration["Atelier:Generation:Video:Model"] = "fake-video";
        builder.Configuration["Atelier:Generation:Video:ApiKey"] = FakeVideoServer.Key;
        builder.Configuration["Atelier:Generation:Video:PollSeconds"] = "0.5";
        builder.Configuration["Atelier:Generation:Video:PricePerSecond"] = "0.1";
    }
}
