using System.Xml;
using Atelier.Library.Extracting.Archives;

namespace Atelier.Library.Extracting.Word;

/// <summary>Where the parts of a DOCX are, by its relations and not by their usual names.</summary>
internal sealed class WordParts
{
    private readonly Dictionary<string, string> _byKind = new(StringComparer.Ordinal);

    private WordParts(string main) => Main = main;

    public string Main { get; }

    public static WordParts Of(SafeZip zip)
    {
        var main =
            Relations(zip, "_rels/.rels", "").FirstOrDefault(r => r.Kind == "officeDocument").Target
            ?? "word/document.xml";
        if (!zip.Has(main))
            throw Unreadable.Damaged("it has no document in it.");
        var parts = new WordParts(main);
        var folder = main[..(main.LastIndexOf('/') + 1)];
        foreach (var (kind, target) in Relations(zip, $"{folder}_rels/{main[folder.Length..]}.rels", folder))
            if (zip.Has(target))
                parts._byKind.TryAdd(kind, target);
        return parts;
    }

    /// <param name="kind">The last word of a relation's type: <c>footnotes</c>.</param>
    public string? Find(string kind) => _byKind.GetValueOrDefault(kind);

    private static IEnumerable<(string Kind, string Target)> Relations(SafeZip zip, string name, string folder)
    {
        if (!zip.Has(name))
            yield break;
        foreach (var relation in PartXml.Tree(zip, name).Named("Relationship"))
            if (
                relation.ValueOf("Type") is { } type
                && relation.ValueOf("Target") is { } target
                && relation.ValueOf("TargetMode") != "External"
            )
                yield return (
                    type[(type.LastIndexOf('/') + 1)..],
                    target.StartsWith('/') ? target[1..] : folder + target
                );
    }
}
