using Atelier.Testing.Models;

namespace Atelier.Generation.Tests.Video;

public sealed class DownloadTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<VideoApi> Dialects => [.. Enum.GetValues<VideoApi>()];

    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task A_link_that_has_expired_is_asked_for_anew(VideoApi api)
    {
        await using var studio = await VideoStudio.StartAsync();

        Assert.Null((await FetchAsync(studio, studio.Model(api), "an expired-link")).Failure);
        Assert.True(File.Exists(studio.File));
    }

    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task A_download_that_breaks_off_is_begun_again(VideoApi api)
    {
        await using var studio = await VideoStudio.StartAsync();

        var (file, _) = await FetchAsync(studio, studio.Model(api), "cut-once");

        Assert.Equal(studio.Server.Film.Length, file?.Bytes);
        Assert.Equal(studio.Server.Film.Length, new FileInfo(studio.File).Length);
    }

    [Theory]
    [InlineData("file-gone", FailureCodes.Gone)]
    [InlineData("wrong-type", FailureCodes.BadAnswer)]
    public async Task What_is_not_a_whole_film_leaves_nothing_behind(string script, string code)
    {
        foreach (var api in Enum.GetValues<VideoApi>())
        {
            await using var studio = await VideoStudio.StartAsync();

            var (file, failure) = await FetchAsync(studio, studio.Model(api), script);

            Assert.Null(file);
            Assert.Equal(code, failure?.Code);
            Assert.Equal(["graph.json"], studio.Left);
        }
    }

    [Fact]
    public async Task A_download_that_always_breaks_off_leaves_nothing_behind()
    {
        await using var studio = await VideoStudio.StartAsync();

        var (_, failure) = await FetchAsync(studio, studio.Model(VideoApi.OpenAI), "cut-short");

        // Which of the two is the operating system's choice: the reset may overtake the first bytes.
        Assert.True(failure is { Code: FailureCodes.CutOff or FailureCodes.Unreachable, Retryable: true });
        Assert.Equal(["graph.json"], studio.Left);
    }

    [Fact]
    public async Task What_only_says_that_it_is_a_film_is_refused()
    {
        await using var studio = await VideoStudio.StartAsync();
        studio.Server.Film = "#EXTM3U\nhttp://127.0.0.1/secret\n"u8.ToArray();

        Assert.Equal(
            FailureCodes.BadAnswer,
            (await FetchAsync(studio, studio.Model(VideoApi.OpenAI), "a fox")).Failure?.Code
        );
    }

    [Fact]
    public async Task A_file_larger_than_allowed_is_refused()
    {
        await using var studio = await VideoStudio.StartAsync();
        studio.Server.Film = [.. studio.Server.Film, .. new byte[1 << 20]];

        var model = studio.Model(VideoApi.OpenAI, options => options with { LargestFileMegabytes = 1 });

        Assert.Contains("1 MB", (await FetchAsync(studio, model, "a fox")).Failure?.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_s_address_is_called_only_through_the_guard_and_never_with_the_key()
    {
        await using var studio = await VideoStudio.StartAsync();
        studio.Server.FileHost = "localhost";
        using var guard = new SocketsHttpHandler { AllowAutoRedirect = false };

        var unguarded = await FetchAsync(studio, studio.Model(VideoApi.Replicate), "a fox");
        var guarded = await FetchAsync(studio, studio.Model(VideoApi.Replicate, outside: guard), "an owl");

        Assert.Equal(FailureCodes.BadAnswer, unguarded.Failure?.Code);
        Assert.Null(guarded.Failure);
    }

    private static async Task<(ClipFile? File, ModelFailure? Failure)> FetchAsync(
        VideoStudio studio,
        IVideoModel model,
        string prompt
    )
    {
        var clip = await studio.SubmitAsync(model, prompt);
        Assert.Equal(ClipState.Succeeded, (await model.WaitAsync(clip, _ => Task.CompletedTask, Cancel)).State);
        return await model.DownloadAsync(clip, studio.File, Cancel);
    }
}
