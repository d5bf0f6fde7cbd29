using Atelier.Drawing;
using Atelier.Generation;
using Atelier.JobEngine;
using Atelier.Jobs.Contracts;
using Atelier.Platform;
using Atelier.Videos.Captions;
using Atelier.Videos.Filming;
using Atelier.Videos.Scripts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Atelier.Videos.Making;

/// <summary>
/// Script, segments, sound, assemble, publish. Every step's result is stored and every segment is one: a killed job goes
/// on with the segment it was at, and its film has the same frames as one that was never disturbed.
/// </summary>
internal sealed class MakeVideoHandler(
    VideosDb db,
    IScriptWriter writer,
    Darkroom darkroom,
    ModelFootage clips,
    GenerationModels models,
    SoundStage stage,
    CuttingRoom cutting,
    DiskRoom disk,
    IOptions<StudioOptions> studio,
    TimeProvider clock
) : IJobHandler<MakeVideo>
{
    public async Task<object?> RunAsync(MakeVideo payload, JobRun run, CancellationToken cancel)
    {
        var video =
            await db.Videos.AsNoTracking().SingleOrDefaultAsync(v => v.Id == payload.VideoId, cancel) ?? throw Gone;
        if (video.JobId != run.PublicId)
            throw new JobFailure("job_superseded", "A newer job makes this film. Render it again.", retryable: false);

        run.Report(0.01, "Writing the storyboard");
        var budget = models.NewBudget();
        var draft = video.Storyboard is null ? await run.StepAsync("write", c => WriteAsync(video, budget, c)) : null;
        var script = await run.StepAsync("script", (transaction, c) => FixAsync(video, draft, transaction, c));
        var plan = new FilmPlan(script.Board, video.Order.Duration, video.Order.Fps);
        if (payload.StoryboardOnly)
            return Made(video, script, plan, [], script.Notes);
        disk.Require(video.Order.Format, video.Order.Duration);

        using var work = new WorkFolder(studio.Value, run.PublicId);
        var sound = new Lazy<Task<SoundStep>>(() =>
            run.StepAsync(
                "sound",
                c => stage.RecordAsync(video, script, plan, budget, Path.Combine(work.Path, "sound"), c)
            )
        );
        var frames = Path.Combine(work.Path, "frames");
        IReadOnlyList<SegmentStep> segments;
        try
        {
            if (video.Order.Model != VideoOrder.BuiltIn)
                segments = [await clips.MakeAsync(video, plan, run, budget, frames, cancel)];
            else
            {
                // Captions in the picture need to know when what is said; otherwise there is something to watch first.
                var cues = video.Order.BurnCaptions
                    ? CaptionCues.Of((await sound.Value).Spoken, (double)plan.Frames / video.Order.Fps)
                    : [];
                run.Report(RenderProgress.From, "Rendering");
                segments = await darkroom.RenderAsync(
                    video,
                    script,
                    plan,
                    cues,
                    run,
                    frames,
                    () => _ = sound.Value,
                    cancel
                );
            }
        }
        finally
        {
            // Nothing writes into the work folder once it is gone.
            if (sound.IsValueCreated)
                await ((Task)sound.Value).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        run.Report(RenderProgress.To, "Recording the sound");
        var recorded = await sound.Value;

        run.Report(0.93, "Putting the film together");
        var footage = new Footage(video, script, plan, segments, recorded);
        var files = await run.StepAsync(
            "assemble",
            c => cutting.AssembleAsync(footage, Path.Combine(work.Path, "film"), c)
        );
        run.Report(0.99, "Putting the film on the shelf");
        return await run.StepAsync("publish", (transaction, c) => PublishAsync(footage, files, transaction, c));
    }

    private static JobFailure Gone => new("video_gone", "The film was deleted while it was made.", retryable: false);

    private async Task<WrittenScript> WriteAsync(Video video, Budget budget, CancellationToken cancel)
    {
        var (board, notes) = await writer.WriteAsync(video.Order, new Seed((ulong)video.Seed), budget, cancel);
        return new(board, notes);
    }

    /// <summary>The storyboard becomes the film's own; one that is there already stays.</summary>
    private async Task<ScriptStep> FixAsync(
        Video video,
        WrittenScript? draft,
        NpgsqlTransaction transaction,
        CancellationToken cancel
    )
    {
        await using var joined = await VideosDb.JoinAsync(transaction, cancel);
        var row = await joined.Videos.SingleOrDefaultAsync(v => v.Id == video.Id, cancel) ?? throw Gone;
        if (row.Storyboard is null)
        {
            row.Draft(draft!.Board, draft.Notes, clock.GetUtcNow());
            await joined.SaveChangesAsync(cancel);
        }
        return new(row.StoryboardVersion, row.Storyboard!, row.Notes);
    }

    /// <summary>The finished film takes the place of an earlier one in the same commit that ends the step.</summary>
    private async Task<MadeVideo> PublishAsync(
        Footage footage,
        IReadOnlyList<FilmFile> files,
        NpgsqlTransaction transaction,
        CancellationToken cancel
    )
    {
        var (video, plan) = (footage.Video, footage.Plan);
        await using var joined = await VideosDb.JoinAsync(transaction, cancel);
        var row = await joined.Videos.SingleOrDefaultAsync(v => v.Id == video.Id, cancel) ?? throw Gone;
        await joined.Files.Where(f => f.VideoId == video.Id).ExecuteDeleteAsync(cancel);
        foreach (var (format, sha256, length) in files)
            joined.Files.Add(new(video.Id, format, sha256, length, VideoFileNames.MediaTypeOf(format)));
        // What the film before was made from is not needed again.
        var used = footage.Segments.Select(segment => segment.Hash).ToArray();
        await joined.Segments.Where(s => s.VideoId == video.Id && !used.Contains(s.Hash)).ExecuteDeleteAsync(cancel);
        IReadOnlyList<string> notes = [.. footage.Script.Notes, .. footage.Sound.Notes];
        row.FinishMaking(footage.Script.Version, (double)plan.Frames / video.Order.Fps, notes, clock.GetUtcNow());
        await joined.SaveChangesAsync(cancel);
        return Made(video, footage.Script, plan, footage.Segments, notes);
    }

    private static MadeVideo Made(
        Video video,
        ScriptStep script,
        FilmPlan plan,
        IReadOnlyList<SegmentStep> segments,
        IReadOnlyList<string> notes
    ) =>
        new(
            video.Id,
            script.Board.Title,
            (double)plan.Frames / video.Order.Fps,
            plan.Frames,
            plan.Scenes.Count,
            plan.Segments.Count,
            segments.Count(segment => !segment.Reused),
            notes
        );
}
