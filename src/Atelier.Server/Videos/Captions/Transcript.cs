using Atelier.Videos.Sound;

namespace Atelier.Videos.Captions;

/// <summary>All that is said, as plain text: a paragraph for each scene.</summary>
internal static class Transcript
{
    public static string Of(IReadOnlyList<SpokenSentence> spoken)
    {
        var paragraphs = new List<string>();
        foreach (var scene in spoken.GroupBy(sentence => sentence.Scene))
            paragraphs.Add(string.Join(' ', scene.Select(sentence => CaptionText.Clean(sentence.Text))));
        return paragraphs.Count == 0 ? "" : string.Join("\n\n", paragraphs) + "\n";
    }
}
