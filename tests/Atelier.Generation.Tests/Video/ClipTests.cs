using Atelier.Testing.Models;

namespace Atelier.Generation.Tests.Video;

/// <summary>From the order to the finished clip, in every dialect.</summary>
public sealed class ClipTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<VideoApi> Dialects => [.. Enum.GetValues<VideoApi>()];

    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task A_clip_is_ordered_waited_for_and_fetched(VideoApi api)
    {
        await using var studio = await VideoStudio.StartAsync();
        var model = studio.Model(api);

        var clip = await studio.SubmitAsync(model, "a fox");
        var (status, told) = await WaitAsync(model, clip);
        var (file, failure) = await model.DownloadAsync(clip, studio.File, Cancel);

        Assert.Null(failure);
        Assert.Equal(ClipState.Succeeded, status.State);
        Assert.Contains(told, look => look.State is ClipState.Running);
        Assert.Equal(studio.Server.Film, await File.ReadAllBytesAsync(studio.File, Cancel));
        Assert.Equal((studio.Server.Film.Length, "video/mp4"), (file!.Bytes, file.MediaType));
        Assert.Equal(0.8m, studio.Budget.Spent.Cost); // eight seconds are the next length that is offered
        Assert.Single(studio.Server.Clips);
    }

    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task A_slow_clip_is_asked_about_now_and_then(VideoApi api)
    {
        await using var studio = await VideoStudio.StartAsync();
        var model = studio.Model(api);

        var (status, told) = await WaitAsync(model, await studio.SubmitAsync(model, "a slow fox"));

        Assert.Equal(ClipState.Succeeded, status.State);
        Assert.True(studio.Clock.Leapt >= (told.Count - 1) * TimeSpan.FromSeconds(5));
    }

    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task Progress_never_goes_back(VideoApi api)
    {
        await using var studio = await VideoStudio.StartAsync();
        var model = studio.Model(api);

        var (status, told) = await WaitAsync(model, await studio.SubmitAsync(model, "it steps-back"));

        Assert.Equal(ClipState.Succeeded, status.State);
        Assert.All(
            told.Zip(told.Skip(1)),
            pair => Assert.True((pair.First.Progress ?? 0) <= (pair.Second.Progress ?? 0))
        );
        if (api is not VideoApi.ComfyUI) // which tells none
            Assert.Equal(0.6, told[^1].Progress);
    }

    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task A_state_that_nobody_documented_is_waited_through(VideoApi api)
    {
        await using var studio = await VideoStudio.StartAsync();
        var model = studio.Model(api);

        var (status, _) = await WaitAsync(model, await studio.SubmitAsync(model, "an odd-status"));

        Assert.Equal(ClipState.Succeeded, status.State);
    }

    [Fact]
    public async Task ComfyUI_tells_its_progress_over_its_socket()
    {
        await using var studio = await VideoStudio.StartAsync();
        var model = studio.Model(
            VideoApi.ComfyUI,
            options => options with { LongestRenderMinutes = 1440, PollSeconds = 0.5 }
        );
        var clip = await studio.SubmitAsync(model, "it never-ends");
        using var heard = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var progress = 0.0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            model.WaitAsync(
                clip,
                async look =>
                {
                    if ((progress = look.Progress ?? 0) > 0)
                        await heard.CancelAsync();
                },
                heard.Token
            )
        );

        Assert.Equal(0.25, progress);
    }

    [Theory]
    [InlineData(VideoApi.OpenAI, "refused", FailureCodes.Refused, false)]
    [InlineData(VideoApi.Replicate, "refused", FailureCodes.Refused, false)]
    [InlineData(VideoApi.ComfyUI, "refused", FailureCodes.Refused, false)]
    [InlineData(VideoApi.OpenAI, "fails-inside", FailureCodes.ClipFailed, true)]
    [InlineData(VideoApi.Replicate, "fails-inside", FailureCodes.ClipFailed, true)]
    [InlineData(VideoApi.ComfyUI, "fails-inside", FailureCodes.ClipFailed, true)]
    public async Task A_clip_that_fails_says_why_and_whether_another_try_may_help(
        VideoApi api,
        string script,
        string code,
        bool retryable
    )
    {
        await using var studio = await VideoStudio.StartAsync();
        var model = studio.Model(api);

        var (status, _) = await WaitAsync(model, await studio.SubmitAsync(model, script));

        Assert.Equal(ClipState.Failed, status.State);
        Assert.Equal((code, retryable), (status.Failure!.Code, status.Failure.Retryable));
    }

    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task A_clip_that_never_ends_is_given_up_and_cancelled(VideoApi api)
    {
        await using var studio = await VideoStudio.StartAsync();
        var model = studio.Model(api, options => options with { LongestRenderMinutes = 2 });

        var (status, _) = await WaitAsync(model, await studio.SubmitAsync(model, "it never-ends"));

        Assert.Equal(FailureCodes.TimedOut, status.Failure?.Code);
        Assert.InRange(studio.Clock.Leapt.TotalMinutes, 2, 3);
        Assert.Contains(
            studio.Server.Requests,
            request =>
                request.StartsWith("DELETE ", StringComparison.Ordinal)
                || request.EndsWith("/cancel", StringComparison.Ordinal)
                || request.EndsWith("/interrupt", StringComparison.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task A_clip_that_the_provider_forgot_is_lost_and_never_taken_for_done(VideoApi api)
    {
        await using var studio = await VideoStudio.StartAsync();
        var model = studio.Model(api);
        var clip = await studio.SubmitAsync(model, "a fox");
        studio.Server.Forget();

        var (status, _) = await WaitAsync(model, clip);

        Assert.Equal((ClipState.Lost, FailureCodes.Lost), (status.State, status.Failure!.Code));
        Assert.Equal(FailureCodes.Lost, (await model.DownloadAsync(clip, studio.File, Cancel)).Failure?.Code);
    }

    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task A_clip_can_be_cancelled_while_it_is_made(VideoApi api)
    {
        await using var studio = await VideoStudio.StartAsync();
        var model = studio.Model(api);
        var clip = await studio.SubmitAsync(model, "it never-ends");
        for (var looks = 0; looks < 2; looks++)
            await model.DownloadAsync(clip, studio.File, Cancel);

        Assert.Equal(ClipState.Cancelled, (await model.CancelAsync(clip, Cancel)).State);
        Assert.True((await WaitAsync(model, clip)).Status.State is ClipState.Cancelled or ClipState.Lost);
    }

    [Theory]
    [InlineData(VideoApi.OpenAI, ClipState.Cancelled)] // where a clip is stopped by deleting it
    [InlineData(VideoApi.Replicate, ClipState.Succeeded)]
    [InlineData(VideoApi.ComfyUI, ClipState.Succeeded)]
    public async Task A_wish_to_cancel_that_comes_too_late_tells_how_it_really_ended(VideoApi api, ClipState end)
    {
        await using var studio = await VideoStudio.StartAsync();
        var model = studio.Model(api);

        var status = await model.CancelAsync(await studio.SubmitAsync(model, "a cancel-late"), Cancel);

        Assert.Equal(end, status.State);
    }

    private static async Task<(ClipStatus Status, List<ClipStatus> Told)> WaitAsync(IVideoModel model, RemoteClip clip)
    {
        var told = new List<ClipStatus>();
        var status = await model.WaitAsync(
            clip,
            look =>
            {
                told.Add(look);
                return Task.CompletedTask;
            },
            Cancel
        );
        return (status, told);
    }
}
