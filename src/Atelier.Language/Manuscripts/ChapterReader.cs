using System.Text.RegularExpressions;

namespace Atelier.Language.Manuscripts;

/// <summary>Finds chapters by their headings: "CHAPTER I", "Chapter One. The Storm", "BOOK THE FIRST", "XIV".</summary>
internal static partial class ChapterReader
{
    // A heading is one short paragraph; a longer one is a sentence that begins with the word "chapter".
    private const int LongestHeading = 120;

    // Two headings closer than this are lines of a table of contents, or a part heading above its first chapter.
    private const int ShortestBody = 200;

    public static IReadOnlyList<Chapter> Read(string text, IReadOnlyList<TextSpan> paragraphs)
    {
        if (paragraphs.Count == 0)
            return [new Chapter(1, null, new(0, text.Length))];
        var heads = new List<(int Start, int End)>();
        for (var i = 0; i < paragraphs.Count; i++)
            if (
                paragraphs[i].Length <= LongestHeading
                && IsHeading(text.AsSpan(paragraphs[i].Start, paragraphs[i].Length))
            )
                heads.Add((paragraphs[i].Start, Titled(text, paragraphs, i)));
        return Divide(text, paragraphs, heads);
    }

    private static bool IsHeading(ReadOnlySpan<char> line) =>
        Named().IsMatch(line) || (line.Length < 12 && Numeral().IsMatch(line));

    /// <summary>A short line right after a bare heading is the chapter's title.</summary>
    private static int Titled(string text, IReadOnlyList<TextSpan> paragraphs, int at)
    {
        var head = paragraphs[at];
        if (head.Length > 24 || at + 1 >= paragraphs.Count)
            return head.End;
        var next = paragraphs[at + 1];
        var line = text.AsSpan(next.Start, next.Length);
        var isTitle =
            line.Length <= 80 && !line.ContainsAny('\n', '"', '“') && line[^1] is not ('.' or '?' or '!' or ',' or ';');
        return isTitle && !IsHeading(line) ? next.End : head.End;
    }

    private static List<Chapter> Divide(
        string text,
        IReadOnlyList<TextSpan> paragraphs,
        List<(int Start, int End)> heads
    )
    {
        var (first, last) = (paragraphs[0].Start, paragraphs[^1].End);
        var kept = new List<(int Start, int End)>();
        for (var i = 0; i < heads.Count; i++)
            if ((i + 1 < heads.Count ? heads[i + 1].Start : last) - heads[i].End >= ShortestBody)
                kept.Add(heads[i]);
        var chapters = new List<Chapter>(kept.Count + 1);
        if (kept.Count == 0 || kept[0].Start - first >= ShortestBody)
            chapters.Add(new(1, null, new(first, kept.Count == 0 ? last : kept[0].Start)));
        for (var i = 0; i < kept.Count; i++)
        {
            var start = chapters.Count == 0 ? first : kept[i].Start;
            chapters.Add(
                new(chapters.Count + 1, Title(text, kept[i]), new(start, i + 1 < kept.Count ? kept[i + 1].Start : last))
            );
        }
        return chapters;
    }

    private static string Title(string text, (int Start, int End) head) =>
        string.Join(' ', text[head.Start..head.End].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Trim('_', '*');

    // The number must be there: "Part of him was glad." is no heading.
    [GeneratedRegex(
        @"^[\s_*\[]*((chapter|book|part|volume|canto|stave|letter|act|scene)\b[\s.:_*]*(the\s+)?([ivxlcdm]+|\d+|first|second|third|fourth|fifth|sixth|last|final|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(twenty|thirty|forty|fifty|sixty)(-\w+)?)|prologue|epilogue|preface|introduction|conclusion)([\s.:,;_*\]—–-].*)?$",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.NonBacktracking
    )]
    private static partial Regex Named();

    [GeneratedRegex(@"^[IVXLC]+\.?$|^\d{1,3}\.?$", RegexOptions.NonBacktracking)]
    private static partial Regex Numeral();
}
