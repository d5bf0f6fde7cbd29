namespace Atelier.Reading.Likeness;

/// <param name="Words">How many words in a row two texts share.</param>
/// <param name="Text">These words as the first text has them.</param>
public sealed record SharedRun(int Words, string Text);

/// <summary>How much two texts share, by their runs of four words.</summary>
public static class Shingles
{
    private const int Size = 4;

    /// <returns>0 to 1: of the runs of either text, those that both have.</returns>
    public static double Jaccard4(string a, string b)
    {
        var (one, other) = (RunsOf(a), RunsOf(b));
        var shared = one.Count(other.Contains);
        var all = one.Count + other.Count - shared;
        return all == 0 ? 0 : (double)shared / all;
    }

    /// <returns>0 to 1: the share of one text's runs that stand in the other.</returns>
    public static double Overlap4(string of, string @in)
    {
        var runs = RunsOf(of);
        return runs.Count == 0 ? 0 : (double)runs.Count(RunsOf(@in).Contains) / runs.Count;
    }

    public static SharedRun LongestSharedRun(string a, string b)
    {
        var (one, other) = (new TextWords(a), new TextWords(b));
        var places = new Dictionary<ulong, List<int>>();
        for (var i = 0; i < other.Hashes.Count; i++)
        {
            if (!places.TryGetValue(other.Hashes[i], out var list))
                places[other.Hashes[i]] = list = [];
            list.Add(i);
        }
        var (best, end) = (0, 0);
        // How long a run ends at each word of the other text, for the word before and for this one.
        var (before, now) = (new Dictionary<int, int>(), new Dictionary<int, int>());
        for (var i = 0; i < one.Hashes.Count; i++)
        {
            foreach (var place in places.GetValueOrDefault(one.Hashes[i]) ?? [])
            {
                var length = before.GetValueOrDefault(place - 1) + 1;
                now[place] = length;
                if (length > best)
                    (best, end) = (length, i);
            }
            (before, now) = (now, before);
            now.Clear();
        }
        return new(best, one.Between(Math.Max(0, end - best + 1), best));
    }

    private static HashSet<ulong> RunsOf(string text) => [.. new TextWords(text).Runs(Size)];
}
