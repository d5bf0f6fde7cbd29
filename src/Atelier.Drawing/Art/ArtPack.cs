namespace Atelier.Drawing.Art;

/// <summary>Who made a drawing and under which licence it may be used.</summary>
/// <param name="Licence">SPDX identifier.</param>
public sealed record ArtCredit(string Title, string Author, string Licence, string Url);

/// <summary>The open vector drawings that pictures are composed from; two sets, over 6,000 drawings.</summary>
public sealed class ArtPack
{
    public const string Fluent = "fluent-emoji-flat";
    public const string Noto = "noto";

    /// <summary>Drawings of this project; they need no credit.</summary>
    public const string Own = "atelier";

    private readonly OwnDrawings _own = new();
    private readonly Dictionary<string, IconSet> _sets = new(StringComparer.Ordinal);

    private ArtPack(string packsPath)
    {
        foreach (var set in new[] { Fluent, Noto })
        {
            var folder = Path.Combine(PackageRoot(packsPath), "@iconify-json", set);
            if (!File.Exists(Path.Combine(folder, "icons.json")))
                throw new DirectoryNotFoundException($"The drawings of {set} are missing: {folder}/icons.json.");
            _sets[set] = new IconSet(set, folder);
        }
    }

    /// <summary>Cheap: the files are indexed on first use and read drawing by drawing.</summary>
    /// <param name="packsPath">The folder of the data packages: node_modules, or the folder that holds it.</param>
    /// <exception cref="DirectoryNotFoundException">A set is not installed; the message names it.</exception>
    public static ArtPack Load(string packsPath) => new(packsPath);

    internal static string PackageRoot(string packsPath) =>
        Path.Combine(packsPath, "node_modules") is var inner && Directory.Exists(inner) ? inner : packsPath;

    /// <param name="set">For example <c>noto</c>.</param>
    /// <param name="name">For example <c>dog-face</c>.</param>
    public Drawing? Find(string set, string name) =>
        set == Own ? _own.Find(name)
        : _sets.TryGetValue(set, out var icons) ? icons.Find(name)
        : null;

    /// <param name="id">Set and name in one, for example <c>noto:castle</c>.</param>
    public Drawing? Find(string id)
    {
        var colon = id.IndexOf(':');
        return colon < 0 ? null : Find(id[..colon], id[(colon + 1)..]);
    }

    public bool Has(string set, string name) =>
        set == Own ? _own.Has(name) : _sets.TryGetValue(set, out var icons) && icons.Has(name);

    /// <summary>The credits that must travel with a work that shows these drawings, in a fixed order.</summary>
    public static IReadOnlyList<ArtCredit> Licences(IEnumerable<string> drawingIds)
    {
        var used = drawingIds.Select(id => id.Split(':')[0]).ToHashSet(StringComparer.Ordinal);
        var credits = new List<ArtCredit>();
        if (used.Contains(Fluent))
            credits.Add(
                new("Fluent Emoji Flat", "Microsoft Corporation", "MIT", "https://github.com/microsoft/fluentui-emoji")
            );
        if (used.Contains(Noto))
            credits.Add(new("Noto Emoji", "Google Inc", "Apache-2.0", "https://github.com/googlefonts/noto-emoji"));
        return credits;
    }
}
