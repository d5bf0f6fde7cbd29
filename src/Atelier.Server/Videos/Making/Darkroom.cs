using Atelier.Drawing;
using Atelier.JobEngine;
using Atelier.Platform.Files;
using Atelier.Videos.Captions;
using Atelier.Videos.Filming;

namespace Atelier.Videos.Making;

/// <summary>Renders the segments of a film, several at a time, and keeps each as soon as it is there.</summary>
internal sealed class Darkroom(SegmentShelf shelf, FilmSet set)
{
    private static int Workers => Math.Max(1, Environment.ProcessorCount);

    /// <param name="cues">Captions to be drawn into the picture; none otherwise.</param>
    /// <param name="began">Told once the first segment is there.</param>
    public async Task<IReadOnlyList<SegmentStep>> RenderAsync(
        Video video,
        ScriptStep script,
        FilmPlan plan,
        IReadOnlyList<CaptionCue> cues,
        JobRun run,
        string folder,
        Action began,
        CancellationToken cancel
    )
    {
        var (format, seed) = (video.Order.Format, new Seed((ulong)video.Seed));
        Directory.CreateDirectory(folder);
        var reel = new Reel(script.Board, plan, format, set, seed, folder, Workers + 2);
        var progress = new RenderProgress(run, plan);
        var made = new SegmentStep[plan.Segments.Count];
        await Parallel.ForEachAsync(
            plan.Segments,
            new ParallelOptions { MaxDegreeOfParallelism = Workers, CancellationToken = cancel },
            async (segment, c) =>
            {
                var name = $"segment:{segment.Number + 1}";
                made[segment.Number] = await run.StepAsync(name, cc => OneAsync(segment, cc));
                progress.Finished(segment);
                if (segment.Number == 0)
                    began();
            }
        );
        return made;

        async Task<SegmentStep> OneAsync(PlannedSegment segment, CancellationToken c)
        {
            var burnIn = BurnIn(segment);
            var picture = SegmentKey.Picture(segment, plan, script.Board, format, video.Seed);
            var hash = SegmentKey.Of(picture, await SegmentEncoder.VersionAsync(), burnIn);
            if (await shelf.FindAsync(video.Id, hash, c) is { } known)
                return new(hash, known, segment.Frames, Reused: true);
            var file = Path.Combine(folder, $"{segment.Number}.mp4");
            var captions = $"{segment.Number}.ass";
            try
            {
                if (burnIn is not null)
                    await File.WriteAllTextAsync(Path.Combine(folder, captions), burnIn, c);
                var draw = await reel.OpenAsync(segment, c);
                await SegmentEncoder.EncodeAsync(
                    format,
                    segment.Frames,
                    draw,
                    file,
                    burnIn is null ? null : captions,
                    frames => progress.Encoded(segment, frames),
                    c
                );
                var kept = await shelf.KeepAsync(video.Id, hash, picture, segment.Frames, file, c);
                return new(hash, kept, segment.Frames, Reused: false);
            }
            catch (IOException e) when (DiskFullException.IsCauseOf(e))
            {
                throw FilmingFailure.DiskFull;
            }
            catch (DiskFullException)
            {
                throw FilmingFailure.DiskFull;
            }
            finally
            {
                File.Delete(file);
                File.Delete(Path.Combine(folder, captions));
            }
        }

        string? BurnIn(PlannedSegment segment)
        {
            var (from, to) = (segment.From * 1000 / format.Fps, (segment.From + segment.Frames) * 1000 / format.Fps);
            var shown = cues.Where(cue => cue.EndMs > from && cue.StartMs < to)
                .Select(cue =>
                    cue with
                    {
                        StartMs = Math.Max(0, cue.StartMs - from),
                        EndMs = Math.Min(cue.EndMs, to) - from,
                    }
                )
                .ToArray();
            return shown.Length == 0 ? null : SubStation.Captions(shown, format.Width, format.Height);
        }
    }
}
