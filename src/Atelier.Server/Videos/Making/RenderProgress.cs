using Atelier.JobEngine;
using Atelier.Videos.Filming;

namespace Atelier.Videos.Making;

/// <summary>Counts encoded frames over all segments that are rendered side by side. Never goes back.</summary>
internal sealed class RenderProgress(JobRun run, FilmPlan plan)
{
    public const double From = 0.04;
    public const double To = 0.9;

    private readonly int[] _frames = new int[plan.Segments.Count];
    private readonly Lock _access = new();
    private int _told;

    public void Encoded(PlannedSegment segment, int frames)
    {
        lock (_access)
        {
            _frames[segment.Number] = Math.Clamp(frames, _frames[segment.Number], segment.Frames);
            var done = _frames.Sum();
            if (done <= _told)
                return;
            _told = done;
            run.Report(From + (To - From) * done / plan.Frames, $"Rendering frame {done} of {plan.Frames}");
        }
    }

    public void Finished(PlannedSegment segment) => Encoded(segment, segment.Frames);
}
