using System.Globalization;

namespace Atelier.Campaigns.Comments.Checking.Gates;

/// <summary>G5: what is the post's is quoted, and is little.</summary>
internal static class OwnWordsGate
{
    public const int LongestRun = 8;
    public const double MostOverlap = 0.15;

    public static GateResult Judge(GateScene scene)
    {
        var (comment, post) = (scene.Comment, scene.Post);
        var run = LongestShared(comment, post);
        var overlap = comment.Grams.OverlapIn(post.Grams);
        var evidence = new List<Evidence> { new("overlap", overlap.ToString("0.00", CultureInfo.InvariantCulture)) };
        if (run is var (first, count))
        {
            var place = new Place(comment.Words[first].Start, comment.Words[first + count - 1].End);
            evidence.Add(new($"longest run: {count} words", comment.Text[place.Start..place.End], place));
            if (count > LongestRun)
                return Gate.Fail("G5", $"{count} words in a row are the post's, outside quotation marks.", evidence);
        }
        return overlap > MostOverlap
            ? Gate.Fail(
                "G5",
                $"{overlap:P0} of its four-word runs stand in the post; at most {MostOverlap:P0} may.",
                evidence
            )
            : Gate.Pass("G5", "It speaks in its own words.", evidence);
    }

    /// <returns>Where in the comment, and how many words; null when no word is shared.</returns>
    private static (int First, int Count)? LongestShared(StudiedComment comment, StudiedPost post)
    {
        var before = new Dictionary<int, int>();
        (int First, int Count)? longest = null;
        for (var i = 0; i < comment.Words.Count; i++)
        {
            var here = new Dictionary<int, int>();
            var word = comment.Words[i];
            if (!comment.IsQuoted(word) && !comment.IsDisclosure(word.Start, word.End))
                foreach (var place in post.Places.GetValueOrDefault(word.Text, []))
                {
                    var length = before.GetValueOrDefault(place - 1) + 1;
                    here[place] = length;
                    if (length > (longest?.Count ?? 0))
                        longest = (i - length + 1, length);
                }
            before = here;
        }
        return longest;
    }
}
