using Atelier.Library.Extracting.Archives;

namespace Atelier.Library.Extracting.Word;

/// <summary>Which paragraph styles are headings, and of what level: by name or by outline, also where inherited.</summary>
internal sealed class WordStyles
{
    private const int MostAncestors = 20;

    private readonly Dictionary<string, int?> _levels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _parents = new(StringComparer.Ordinal);

    public static WordStyles Of(SafeZip zip, string? part)
    {
        var styles = new WordStyles();
        if (part is null)
            return styles;
        foreach (var style in PartXml.Tree(zip, part).Named("style"))
        {
            if (style.ValueOf("styleId") is not { } id)
                continue;
            styles._levels[id] = LevelOf(
                style.Named("name").FirstOrDefault()?.ValueOf("val"),
                style.Named("outlineLvl").FirstOrDefault()?.ValueOf("val")
            );
            if (style.Named("basedOn").FirstOrDefault()?.ValueOf("val") is { } parent)
                styles._parents[id] = parent;
        }
        return styles;
    }

    /// <returns>0 for the document's title, 1 to 9 for headings, null for text.</returns>
    public int? LevelOf(string style)
    {
        var at = style;
        for (var i = 0; i < MostAncestors; i++)
        {
            if (_levels.GetValueOrDefault(at) is { } level)
                return level;
            if (!_parents.TryGetValue(at, out var parent))
                break;
            at = parent;
        }
        return LevelOf(style, null); // some writers name no styles at all
    }

    private static int? LevelOf(string? name, string? outline)
    {
        if (int.TryParse(outline, out var level) && level is >= 0 and < 9)
            return level + 1;
        var plain = (name ?? "").Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
        if (plain == "title")
            return 0;
        return plain.StartsWith("heading", StringComparison.Ordinal) && int.TryParse(plain[7..], out var number)
            ? number
            : null;
    }
}
