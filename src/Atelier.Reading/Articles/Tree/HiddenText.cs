using AngleSharp.Dom;
using Atelier.Reading.Safety;

namespace Atelier.Reading.Articles.Tree;

/// <summary>Finds what a page says to machines only, and remembers it, shortened, for whoever reviews.</summary>
internal sealed class HiddenText(StyleRules rules)
{
    private const int Longest = 200;
    private const int Most = 20;
    private const int LongAlternative = 60;

    private static readonly string[] Orders =
    [
        "ignore",
        "instruction",
        "prompt",
        "assistant",
        "system:",
        "language model",
        "chatgpt",
        "you are",
        "you must",
        " ai ",
        "llm",
        "disregard",
        "comment with",
        "http://",
        "https://",
    ];

    private readonly List<(bool Suspicious, string Text)> _found = [];
    private int _invisible;

    public IReadOnlyList<string> Report
    {
        get
        {
            var report = _found
                .OrderByDescending(one => one.Suspicious)
                .Select(one => one.Text)
                .Distinct()
                .Take(Most)
                .ToList();
            if (_invisible > 0)
                report.Add($"invisible characters: {_invisible}");
            return report;
        }
    }

    public bool IsHidden(IElement element) => element.Attributes.Length > 0 && Hides(element);

    private bool Hides(IElement element) =>
        element.HasAttribute("hidden") && element.GetAttribute("hidden") != "until-found"
        || element.GetAttribute("aria-hidden") is "true"
            && element.ClassName?.Contains("fallback-image", StringComparison.Ordinal) != true
        || element.GetAttribute("style") is { } style && InlineStyle.Hides(style)
        || rules.Hides(element);

    public void Remember(IElement hidden) => Add("hidden", hidden.TextContent);

    public void Remember(IComment comment)
    {
        // Conditional comments, markers of templates and code that was switched off are no words to anybody.
        var text = comment.Data;
        if (
            text.StartsWith('[')
            || text.Contains('<', StringComparison.Ordinal) && !Suspicious(text)
            || text.Count(c => c == ' ') < 4
        )
            return;
        Add("comment", text);
    }

    public void RememberAlternative(IElement picture)
    {
        if (picture.GetAttribute("alt") is { } text && (text.Length >= LongAlternative || Suspicious(text)))
            Add("alt", text);
    }

    /// <returns>The text without what has no shape.</returns>
    public string Visible(string text)
    {
        if (!ReaderText.HasInvisible(text))
            return text;
        // Soft hyphens are typography, which is taken away in silence.
        _invisible += ReaderText.CountInvisible(text.Replace("\u00AD", "", StringComparison.Ordinal));
        return ReaderText.Clean(text);
    }

    private void Add(string kind, string text)
    {
        if (_found.Count >= Most * 10)
            return;
        var line = string.Join(
            ' ',
            ReaderText
                .Clean(text.Length > 4000 ? text[..4000] : text)
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
        if (line.Count(char.IsLetter) < 3)
            return;
        _found.Add((Suspicious(line), $"{kind}: {(line.Length > Longest ? line[..Longest] + "…" : line)}"));
    }

    private static bool Suspicious(string text) =>
        Orders.Any(order => text.Contains(order, StringComparison.OrdinalIgnoreCase));
}
