using System.Net;
using Atelier.Books.Journeys;
using Atelier.Support;

namespace Atelier.Videos;

public sealed class KilledFilmTests(VideoStudio undisturbed) : IClassFixture<VideoStudio>, IDisposable
{
    // A restart need not wait as long for a dead node as the defaults do.
    private static readonly string[] Hasty =
    [
        "--Atelier:Jobs:Lease=00:00:06",
        "--Atelier:Jobs:Beat=00:00:00.5",
        "--Atelier:Jobs:Sweep=00:00:00.5",
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("atelier-killed-test-");

    private string Data => Path.Combine(_folder.FullName, "data");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_studio_killed_while_it_renders_goes_on_with_the_same_segment_and_makes_the_same_film()
    {
        var order = VideoStudio.Order(duration: 6);
        var studio = await StudioProcess.Start(Data, null, Hasty).ReadyAsync();
        try
        {
            var person = await studio.RegisterAsync();
            await using (var gate = StepGate.Of(Data))
                await gate.CloseAsync("segment:3");
            var video = await VideoStudio.OrderAsync(person, order);
            await KillAsync(studio, "segment:3");
            studio.Dispose();

            studio = await StudioProcess.Start(Data, null, Hasty).ReadyAsync();
            person = studio.Visit(person);
            var ordered = (await person.GetAsync($"videos/{video}")).Expect(HttpStatusCode.OK);
            var job = await new BookJourney(video, ordered["jobId"]!.GetValue<Guid>()).EndAsync(person, "succeeded");

            Assert.Equal(
                ["crashed", "succeeded"],
                job["attempts"]!.AsArray().Select(attempt => $"{attempt!["outcome"]}")
            );
            Assert.Empty(BookJourney.LeftoversIn(Data));
            await BookJourney.CheckAssetsAsync(Data);
            var film = await VideoStudio.SaveAsync(person, $"videos/{video}/file", _folder);
            Assert.Equal(await UndisturbedAsync(order), await Tool.FramesHashAsync(film));
        }
        finally
        {
            studio.Dispose();
        }
    }

    /// <summary>In the middle of a step: its segment is there, and its result is not stored yet.</summary>
    private async Task KillAsync(StudioProcess studio, string step)
    {
        await using var gate = StepGate.Of(Data);
        await gate.ReachedAsync();
        await studio.KillAsync();
        await gate.AbandonAsync();
        Assert.False(await gate.IsStoredAsync(step));
        await gate.OpenAsync();
    }

    private async Task<string> UndisturbedAsync(object order)
    {
        var person = await undisturbed.RegisterAsync();
        var video = await VideoStudio.OrderAsync(person, order);
        Assert.Equal("succeeded", $"{(await undisturbed.FinishAsync(person, video))["state"]}");
        return await Tool.FramesHashAsync(await VideoStudio.SaveAsync(person, $"videos/{video}/file", _folder));
    }
}
