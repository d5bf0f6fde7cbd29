using Atelier.Videos.Sound;

namespace Atelier.Videos.Captions;

/// <summary>
/// Turns what was said into cues that can be read in their time: two lines at most, cut where clauses end, held on the
/// screen after the voice where the next cue leaves room.
/// </summary>
internal static class CaptionCues
{
    private const double Shortest = 5.0 / 6; // seconds on the screen
    private const double Longest = 7;
    private const double ColumnsPerSecond = 20;
    private const double LongestLinger = 1.5; // after the voice

    /// <summary>Between two cues a shorter gap is closed: it would only flicker.</summary>
    private const double ShortestGap = 0.12;

    /// <summary>How far a guessed moment may be from the pause that it must have been.</summary>
    private const double PauseReach = 0.45;

    /// <param name="filmSeconds">No cue passes this.</param>
    public static IReadOnlyList<CaptionCue> Of(IReadOnlyList<SpokenSentence> spoken, double filmSeconds)
    {
        var parts = Joined(spoken).SelectMany(Parts).Where(part => part.Start < filmSeconds).ToArray();
        var cues = new List<CaptionCue>();
        for (var i = 0; i < parts.Length; i++)
        {
            var free = i + 1 < parts.Length ? Math.Min(parts[i + 1].Start, filmSeconds) : filmSeconds;
            var part = parts[i];
            var (start, end) = (Milliseconds(part.Start), Milliseconds(Math.Min(EndOf(part, free), filmSeconds)));
            if (end > start)
                cues.Add(new(start, end, LineBreaks.TwoLines(part.Text) ?? [part.Text]));
        }
        return cues;
    }

    private static int Milliseconds(double seconds) => (int)Math.Round(seconds * 1000);

    /// <param name="free">From when the screen belongs to the next cue.</param>
    private static double EndOf(Part part, double free)
    {
        var toRead = Math.Max(Shortest, CaptionText.Columns(part.Text) / ColumnsPerSecond);
        var wanted = Math.Max(part.End, Math.Min(part.Start + toRead, part.End + LongestLinger));
        var end = Math.Min(Math.Min(wanted, free), part.Start + Longest);
        return free - end < ShortestGap ? Math.Min(free, part.Start + Longest) : end;
    }

    /// <summary>Puts a sentence too short for a cue of its own with its neighbour, when the two are read on one breath.</summary>
    private static List<SpokenSentence> Joined(IReadOnlyList<SpokenSentence> spoken)
    {
        var joined = new List<SpokenSentence>();
        foreach (var sentence in spoken.Select(said => said with { Text = CaptionText.Clean(said.Text) }))
        {
            if (sentence.Text.Length == 0)
                continue;
            if (joined.Count > 0 && Together(joined[^1], sentence) is { } both)
                joined[^1] = both;
            else
                joined.Add(sentence);
        }
        return joined;
    }

    private static SpokenSentence? Together(SpokenSentence first, SpokenSentence second)
    {
        var isShort = first.End - first.Start < Shortest || second.End - second.Start < Shortest;
        var text = $"{first.Text} {second.Text}";
        return
            isShort
            && first.Scene == second.Scene
            && second.Start - first.End < 0.5
            && second.End - first.Start <= Longest
            && LineBreaks.TwoLines(text) is not null
            ? first with
            {
                Text = text,
                End = second.End,
                Resumptions = [.. first.Resumptions, second.Start, .. second.Resumptions],
            }
            : null;
    }

    private static IEnumerable<Part> Parts(SpokenSentence sentence) =>
        Cut(new(sentence.Text, sentence.Start, sentence.End), sentence.Resumptions);

    private static IEnumerable<Part> Cut(Part part, IReadOnlyList<double> resumptions)
    {
        var fits = part.End - part.Start <= Longest && LineBreaks.TwoLines(part.Text) is not null;
        if (fits || LineBreaks.Halves(part.Text) is not { } halves)
            return [part];
        var share = (double)CaptionText.Columns(halves.First) / CaptionText.Columns(part.Text);
        var border = MomentOf(part.Start + share * (part.End - part.Start), part, resumptions);
        return
        [
            .. Cut(new(halves.First, part.Start, border), resumptions),
            .. Cut(new(halves.Second, border, part.End), resumptions),
        ];
    }

    /// <summary>The pause nearest to the guess; the guess itself when the voice did not pause there.</summary>
    private static double MomentOf(double guess, Part part, IReadOnlyList<double> resumptions)
    {
        var near = resumptions
            .Where(moment => moment > part.Start && moment < part.End && Math.Abs(moment - guess) <= PauseReach)
            .OrderBy(moment => Math.Abs(moment - guess))
            .ToArray();
        return near.Length > 0 ? near[0] : guess;
    }

    private readonly record struct Part(string Text, double Start, double End);
}
