using System.Collections.Concurrent;

namespace Atelier.Drawing.Art;

/// <summary>A few drawings of this project, for things of children's books that the open sets lack.</summary>
internal sealed class OwnDrawings
{
    private const double Canvas = 32;

    private readonly ConcurrentDictionary<string, Drawing?> _drawings = new(StringComparer.Ordinal);

    public Drawing? Find(string name) => _drawings.GetOrAdd(name, Read);

    public bool Has(string name) => Find(name) is not null;

    private static Drawing? Read(string name)
    {
        using var stream = typeof(OwnDrawings).Assembly.GetManifestResourceStream($"own/{name}.svg");
        if (stream is null)
            return null;
        using var text = new StreamReader(stream);
        var body = text.ReadToEnd().Trim();
        return new Drawing($"{ArtPack.Own}:{name}", Canvas, Canvas, body, InkBounds.Of(body));
    }
}
