using System.Globalization;
using System.Text;

namespace Atelier.Videos.Captions;

/// <summary>Captions as they are drawn into the picture (Advanced SubStation Alpha, for libass).</summary>
internal static class SubStation
{
    private const string WordJoiner = "\u2060";

    /// <summary>Of the height, and what lets the widest line stand within the margins of a narrow film.</summary>
    private const double TextHeight = 0.058;
    private const double WidestLineInTextHeights = 0.39 * LineBreaks.WidestLine;
    private const double SideMargin = 0.05;
    private const double FootMargin = 0.06;
    private const double UprightFootMargin = 0.14; // phones lay their buttons over the foot

    /// <param name="font">A family that the machine has; others stand in for characters it lacks.</param>
    public static string Captions(IReadOnlyList<CaptionCue> cues, int width, int height, string font = "Noto Sans")
    {
        var size = Math.Min(height * TextHeight, width * (1 - 2 * SideMargin) / WidestLineInTextHeights);
        var (outline, shadow, side) = (size * 0.075, size * 0.03, width * SideMargin);
        var foot = height * (height > width ? UprightFootMargin : FootMargin);
        var file = new StringBuilder();
        file.Append(
            CultureInfo.InvariantCulture,
            $"""
            [Script Info]
            ScriptType: v4.00+
            PlayResX: {width}
            PlayResY: {height}
            WrapStyle: 2
            ScaledBorderAndShadow: yes
            YCbCr Matrix: TV.709

            [V4+ Styles]
            Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
            Style: Caption,{font},{size:0.##},&H00FFFFFF,&H00FFFFFF,&H00181010,&H80000000,-1,0,0,0,100,100,0,0,1,{outline:0.##},{shadow:0.##},2,{side:0},{side:0},{foot:0},1

            [Events]
            Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text

            """
        );
        foreach (var cue in cues)
            file.Append(
                CultureInfo.InvariantCulture,
                $"Dialogue: 0,{Moment(cue.StartMs)},{Moment(cue.EndMs)},Caption,,0,0,0,,{string.Join("\\N", cue.Lines.Select(Escape))}\n"
            );
        return file.ToString();
    }

    /// <summary>The format counts hundredths.</summary>
    private static string Moment(int ms) =>
        TimeSpan.FromMilliseconds(ms).ToString(@"h\:mm\:ss\.ff", CultureInfo.InvariantCulture);

    /// <summary>A brace begins commands, a backslash an escape; the joiner behind it leaves it a backslash.</summary>
    private static string Escape(string line) =>
        line.Replace("\\", "\\" + WordJoiner, StringComparison.Ordinal)
            .Replace("{", "\\{", StringComparison.Ordinal)
            .Replace("}", "\\}", StringComparison.Ordinal);
}
