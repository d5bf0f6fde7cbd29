using Atelier.JobEngine;
using Atelier.Videos.Sound;

namespace Atelier.Videos.Making;

/// <summary>Writes the storyboard of a film that has none, and renders it.</summary>
/// <param name="StoryboardOnly">Stops when the storyboard is written.</param>
internal sealed record MakeVideo(Guid VideoId, bool StoryboardOnly = false) : IJobPayload
{
    public static string Kind => "videos.make_video.v1";
}

/// <summary>What the writer delivered.</summary>
internal sealed record WrittenScript(Storyboards.Storyboard Board, IReadOnlyList<string> Notes);

/// <summary>The storyboard a job works from: fixed by its first step.</summary>
internal sealed record ScriptStep(int Version, Storyboards.Storyboard Board, IReadOnlyList<string> Notes);

/// <param name="Sha256">Of its file in the asset store.</param>
/// <param name="Reused">It was rendered before, by an earlier job or run.</param>
internal sealed record SegmentStep(string Hash, string Sha256, int Frames, bool Reused);

/// <param name="Sha256">Of the AAC file; null when the film is silent by wish.</param>
/// <param name="Lufs">Integrated loudness; null when silent.</param>
internal sealed record SoundStep(
    string? Sha256,
    double? Lufs,
    string Narrator,
    IReadOnlyList<SpokenSentence> Spoken,
    IReadOnlyList<string> Notes
);

/// <summary>A file of the film in the asset store.</summary>
internal sealed record FilmFile(string Format, string Sha256, long Length);

/// <summary>What the finished job answers.</summary>
/// <param name="Rendered">Segments rendered by this job; the others were there already.</param>
internal sealed record MadeVideo(
    Guid VideoId,
    string Title,
    double Seconds,
    int Frames,
    int Scenes,
    int Segments,
    int Rendered,
    IReadOnlyList<string> Notes
);
