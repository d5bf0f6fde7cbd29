using System.Globalization;
using System.Text;

namespace Atelier.Videos.Captions;

/// <summary>Captions and chapters as browsers read them.</summary>
internal static class WebVtt
{
    public static string Captions(IReadOnlyList<CaptionCue> cues) =>
        Write(cues.Select(cue => (cue.StartMs, cue.EndMs, string.Join('\n', cue.Lines.Select(Escape)))));

    public static string Chapters(IReadOnlyList<Chapter> chapters) =>
        Write(
            chapters.Select(chapter =>
                (Milliseconds(chapter.Start), Milliseconds(chapter.End), Escape(CaptionText.Clean(chapter.Title)))
            )
        );

    private static string Write(IEnumerable<(int Start, int End, string Text)> cues)
    {
        var file = new StringBuilder("WEBVTT\n");
        var number = 0;
        foreach (var (start, end, text) in cues)
            file.Append(
                CultureInfo.InvariantCulture,
                $"\n{++number}\n{Moment(start)} --> {Moment(end)}\n{(text.Length == 0 ? "…" : text)}\n"
            );
        return file.ToString();
    }

    private static int Milliseconds(double seconds) => (int)Math.Round(seconds * 1000);

    private static string Moment(int ms) =>
        TimeSpan.FromMilliseconds(ms).ToString(@"hh\:mm\:ss\.fff", CultureInfo.InvariantCulture);

    /// <summary>An arrow in the text would read as a cue's times; escaping its head is enough.</summary>
    private static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);
}
