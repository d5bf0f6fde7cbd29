namespace Atelier.Videos.Captions;

/// <summary>What stands on the screen, and when, in whole milliseconds of the film.</summary>
/// <param name="Lines">One or two.</param>
internal sealed record CaptionCue(int StartMs, int EndMs, IReadOnlyList<string> Lines)
{
    public string Text => string.Join(' ', Lines);
}

/// <summary>A part of the film by its name.</summary>
internal sealed record Chapter(double Start, double End, string Title);
