using System.Security.Cryptography;
using System.Text.Json;
using Atelier.Generation;
using Atelier.JobEngine;
using Atelier.Videos.Filming;

namespace Atelier.Videos.Making;

/// <summary>
/// Has a video model make the pictures of a film: ordered once, waited for, fetched, and brought into the film's format.
/// Every stage is a step, so that a killed job finds its clip again and nothing is paid for twice.
/// </summary>
internal sealed class ModelFootage(
    GenerationModels models,
    ClipBook book,
    SegmentShelf shelf,
    JobClient jobs,
    TimeProvider clock
)
{
    private static readonly TimeSpan CancelPatience = TimeSpan.FromSeconds(10);

    public static ClipRequest RequestOf(VideoOrder order, long seed) =>
        new(order.Prompt, order.Format.Width, order.Format.Height, order.Duration, seed);

    public async Task<SegmentStep> MakeAsync(
        Video video,
        FilmPlan plan,
        JobRun run,
        Budget budget,
        string folder,
        CancellationToken cancel
    )
    {
        var model =
            models.Video is { } configured && configured.Name == video.Order.Model
                ? configured
                : throw new JobFailure(
                    "model_missing",
                    $"{video.Order.Model} is not configured any more.",
                    retryable: false
                );
        var hash = HashOf(video, model);
        if (await shelf.FindAsync(video.Id, hash, cancel) is { } known)
            return new(hash, known, plan.Frames, Reused: true);

        run.Report(0.03, "Ordering the clip");
        var order = await run.StepAsync("order", _ => Task.FromResult(Decide(model, video)));
        var clip = await run.StepAsync("submit", c => SubmitAsync(model, video, order, run, budget, c));
        await WaitAsync(model, clip, run, cancel);
        return await run.StepAsync("fetch", c => FetchAsync(model, clip, video, plan, hash, folder, c));
    }

    private ClipOrder Decide(IVideoModel model, Video video)
    {
        var (plan, failure) = model.Plan(RequestOf(video.Order, video.Seed));
        return plan is null
            ? throw Failed(failure!)
            : new(Guid.CreateVersion7(clock.GetUtcNow()), plan, clock.GetUtcNow());
    }

    private async Task<RemoteClip> SubmitAsync(
        IVideoModel model,
        Video video,
        ClipOrder order,
        JobRun run,
        Budget budget,
        CancellationToken cancel
    )
    {
        // An earlier run may have sent it and died before it knew the answer.
        var clip = run.Attempt > 1 ? await FindAsync() : null;
        if (clip is null)
        {
            var answer = await model.SubmitAsync(order, budget, cancel);
            clip = answer.Value;
            if (answer.Failure is { Code: FailureCodes.OutcomeUnknown })
                clip = await FindAsync();
            if (clip is null)
                throw Failed(answer.Failure!);
        }
        await book.WriteAsync(order.Key, video.Id, model.Name, clip.Id, clip.OrderedAt, cancel);
        return clip;

        async Task<RemoteClip?> FindAsync()
        {
            var taken = await book.TakenAsync(model.Name, order.Key, cancel);
            var (found, failure) = await model.FindAsync(order, taken, cancel);
            return failure is null ? found : throw Failed(failure);
        }
    }

    private async Task WaitAsync(IVideoModel model, RemoteClip clip, JobRun run, CancellationToken cancel)
    {
        ClipStatus status;
        try
        {
            status = await model.WaitAsync(
                clip,
                now =>
                {
                    var message = now.State is ClipState.Queued ? "Waiting for the model" : "The model is filming";
                    run.Report(0.05 + 0.75 * (now.Progress ?? 0), message);
                    return Task.CompletedTask;
                },
                cancel
            );
        }
        catch (OperationCanceledException)
        {
            // Another node waits on; only somebody who does not want the film any more stops the clip.
            using var limit = new CancellationTokenSource(CancelPatience, clock);
            if ((await jobs.GetAsync(run.PublicId, limit.Token))?.Job.CancelRequestedAt is not null)
                await model.CancelAsync(clip, limit.Token);
            throw;
        }
        if (status.State is not ClipState.Succeeded)
            throw status.Failure is { } failure
                ? Failed(failure)
                : new JobFailure(
                    "clip_" + (status.State is ClipState.Lost ? "lost" : "failed"),
                    "The model made no clip."
                );
    }

    private async Task<SegmentStep> FetchAsync(
        IVideoModel model,
        RemoteClip clip,
        Video video,
        FilmPlan plan,
        string hash,
        string folder,
        CancellationToken cancel
    )
    {
        Directory.CreateDirectory(folder);
        var (fetched, conformed) = (Path.Combine(folder, "clip"), Path.Combine(folder, "conformed.mp4"));
        try
        {
            var (file, failure) = await model.DownloadAsync(clip, fetched, cancel);
            if (file is null)
                throw Failed(failure!);
            await SegmentEncoder.ConformAsync(
                video.Order.Format,
                plan.Frames,
                file.Path,
                file.MediaType,
                conformed,
                cancel
            );
            var sha256 = await shelf.KeepAsync(video.Id, hash, hash, plan.Frames, conformed, cancel);
            return new(hash, sha256, plan.Frames, Reused: false);
        }
        finally
        {
            File.Delete(fetched);
            File.Delete(conformed);
        }
    }

    private static string HashOf(Video video, IVideoModel model) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                JsonSerializer.SerializeToUtf8Bytes(
                    new
                    {
                        model.Name,
                        Request = RequestOf(video.Order, video.Seed),
                        Format = $"{video.Order.Format}",
                    }
                )
            )
        );

    private static JobFailure Failed(ModelFailure failure) => new(failure.Code, failure.Detail, failure.Retryable);
}
