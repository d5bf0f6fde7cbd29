using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Atelier.Videos.Captions;

/// <summary>Captions for players and editors. The format has no escapes, so what could be read as markup is parted.</summary>
internal static partial class Srt
{
    /// <summary>Takes no place and allows no line break: it is not seen, and parts what must not be read as one.</summary>
    private const string WordJoiner = "\u2060";

    public static string Captions(IReadOnlyList<CaptionCue> cues)
    {
        var file = new StringBuilder();
        var number = 0;
        foreach (var cue in cues)
            file.Append(
                CultureInfo.InvariantCulture,
                $"{++number}\n{Moment(cue.StartMs)} --> {Moment(cue.EndMs)}\n{string.Join('\n', cue.Lines.Select(Part))}\n\n"
            );
        return file.ToString();
    }

    private static string Moment(int ms) =>
        TimeSpan.FromMilliseconds(ms).ToString(@"hh\:mm\:ss\,fff", CultureInfo.InvariantCulture);

    private static string Part(string line) => Markup().Replace(line, match => match.Value + WordJoiner);

    /// <summary>The first half of an arrow, a tag, an entity, a style override and an escape.</summary>
    [GeneratedRegex(@"--(?=>)|<(?=[/a-zA-Z!])|&(?=[#a-zA-Z])|\{(?=[\\a-zA-Z])|\\(?=[Nnh])")]
    private static partial Regex Markup();
}
