using System.Net;
using System.Text;
using Atelier.Support;

namespace Atelier.Videos;

public sealed class ModelFootageTests(ModelStudio studio) : IClassFixture<ModelStudio>, IDisposable
{
    private readonly DirectoryInfo _files = Directory.CreateTempSubdirectory("atelier-video-test-");

    public void Dispose() => _files.Delete(recursive: true);

    private static object Order(
        string prompt,
        string model = "fake-video",
        double duration = 5,
        string resolution = "720p"
    ) =>
        new
        {
            prompt,
            model,
            duration,
            resolution,
            quality = "low",
            fps = 24,
        };

    [Fact]
    public async Task A_models_clip_becomes_a_film_of_the_length_that_was_ordered_and_is_paid_for_once()
    {
        var person = await studio.RegisterAsync();
        var video = await VideoStudio.OrderAsync(person, Order("A red kite"));

        var job = await studio.FinishAsync(person, video);

        Assert.Equal("succeeded", $"{job["state"]}");
        var film = await VideoStudio.SaveAsync(person, $"videos/{video}/file", _files);
        var about = await Tool.RunAsync("ffprobe", "-v", "error", "-show_streams", "-show_format", film);
        Assert.Contains("width=1280", about);
        Assert.Contains("nb_frames=120", about);
        Assert.Contains("made by the model fake-video", about);
        Assert.Single(studio.Provider.Clips, clip => clip.Order.Prompt == "A red kite");

        // Other words over the same pictures cost nothing.
        (await person.PostAsync($"videos/{video}/render")).Expect(HttpStatusCode.Accepted);
        Assert.Equal(0, (await studio.FinishAsync(person, video))["result"]!["rendered"]!.GetValue<int>());
        Assert.Single(studio.Provider.Clips, clip => clip.Order.Prompt == "A red kite");
    }

    [Fact]
    public async Task An_order_whose_answer_was_lost_is_found_again()
    {
        var person = await studio.RegisterAsync();
        var video = await VideoStudio.OrderAsync(person, Order("A blue kite, answer-lost"));
        Assert.Equal("succeeded", $"{(await studio.FinishAsync(person, video))["state"]}");
        Assert.Single(
            studio.Provider.Clips,
            clip => clip.Order.Prompt.StartsWith("A blue kite", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_refused_prompt_fails_the_job_with_its_reason()
    {
        var person = await studio.RegisterAsync();
        var video = await VideoStudio.OrderAsync(person, Order("refused"));
        var job = await studio.FinishAsync(person, video);
        Assert.Equal(("failed", "refused"), ($"{job["state"]}", $"{job["error"]!["code"]}"));
        Assert.Equal("failed", $"{(await person.GetAsync($"videos/{video}")).Expect(HttpStatusCode.OK)["state"]}");
    }

    [Theory]
    [InlineData("#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n", "bad_answer")]
    [InlineData("ffconcat version 1.0\nfile /etc/passwd\n", "bad_answer")]
    [InlineData("\0\0\0\u0018ftypisom\0\0\u0002\0isomiso2#EXTM3U\nfile:///etc/passwd\n", "tool_failed")]
    public async Task What_calls_itself_a_film_and_points_elsewhere_is_refused(string sent, string code)
    {
        var clip = studio.Provider.Film;
        try
        {
            studio.Provider.Film = Encoding.Latin1.GetBytes(sent);
            var person = await studio.RegisterAsync();
            var video = await VideoStudio.OrderAsync(person, Order("A kite that is none"));
            var job = await studio.FinishAsync(person, video);
            Assert.Equal(("failed", code), ($"{job["state"]}", $"{job["error"]!["code"]}"));
            Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(studio.DataFolder, "work")));
        }
        finally
        {
            studio.Provider.Film = clip;
        }
    }

    [Theory]
    [InlineData("fake-video", 5, "1080p")]
    [InlineData("fake-video", 30, "720p")]
    [InlineData("other-video", 5, "720p")]
    public async Task What_a_model_does_not_offer_is_refused_before_it_costs_anything(
        string model,
        double duration,
        string resolution
    )
    {
        var person = await studio.RegisterAsync();
        var errors = (await person.PostAsync("videos", Order("unwanted", model, duration, resolution))).ExpectProblem(
            HttpStatusCode.BadRequest,
            "invalid"
        );
        Assert.NotNull(errors["model"]);
        Assert.DoesNotContain(studio.Provider.Clips, clip => clip.Order.Prompt == "unwanted");
    }

    [Fact]
    public async Task Models_are_listed_with_their_limits_and_prices()
    {
        var models = (await (await studio.RegisterAsync()).GetAsync("models")).Expect(HttpStatusCode.OK)[
            "videos"
        ]!.AsArray();
        Assert.Equal(["builtin", "fake-video"], models.Select(model => $"{model!["id"]}"));
        Assert.Equal("720p", $"{models[1]!["resolutions"]!.AsArray().Single()}");
        Assert.Equal(0.1m, models[1]!["pricePerSecond"]!.GetValue<decimal>());
    }
}
