using System.Text.Json;

namespace Atelier.Drawing.Art;

/// <summary>English labels and keywords of the emoji that have a drawing; about 5,000 words.</summary>
internal sealed class EmojiKeywords
{
    private const int PeopleGroup = 1;
    private const int AnimalsGroup = 3;

    /// <param name="Icon">Name of the drawing, the same in both sets unless only one has it.</param>
    /// <param name="IsLabel">The word is the drawing's own name, not just one of its keywords.</param>
    /// <param name="Keywords">How many words the drawing answers to: few means specific.</param>
    public readonly record struct Entry(string Set, string Icon, bool IsLabel, int Group, int Keywords)
    {
        public bool IsPerson => Group == PeopleGroup;
        public bool IsAnimal => Group == AnimalsGroup;
        public string DrawingId => Set + ":" + Icon;
    }

    private readonly Dictionary<string, Entry> _words = new(4096, StringComparer.Ordinal);

    public EmojiKeywords(string packagesPath, ArtPack art)
    {
        var names = new Dictionary<string, (string Set, string Icon)>(StringComparer.OrdinalIgnoreCase);
        foreach (var set in new[] { ArtPack.Noto, ArtPack.Fluent }) // the flatter set wins where both have it
        foreach (var (code, icon) in Names(Path.Combine(packagesPath, "@iconify-json", set, "chars.json")))
            if (art.Has(set, icon))
                names[code] = (set, icon);
        using var file = File.OpenRead(Path.Combine(packagesPath, "emojibase-data", "en", "compact.json"));
        using var json = JsonDocument.Parse(file);
        foreach (var emoji in json.RootElement.EnumerateArray())
            Add(emoji, names);
    }

    public Entry? Find(string word) => _words.TryGetValue(word, out var entry) ? entry : null;

    private void Add(JsonElement emoji, Dictionary<string, (string Set, string Icon)> names)
    {
        // Smileys, skin parts, symbols and flags (groups 0, 2, 8, 9) are no things in a picture.
        var group = emoji.TryGetProperty("group", out var number) ? number.GetInt32() : -1;
        if (group is not (PeopleGroup or AnimalsGroup or 4 or 5 or 6 or 7))
            return;
        var code = emoji.GetProperty("hexcode").GetString()!.Replace("-FE0F", "", StringComparison.Ordinal);
        if (!names.TryGetValue(code, out var drawing))
            return;
        var tags = emoji.TryGetProperty("tags", out var list) ? list.EnumerateArray().ToArray() : [];
        var label = emoji.GetProperty("label").GetString()!.ToLowerInvariant();
        var entry = new Entry(drawing.Set, drawing.Icon, true, group, tags.Length);
        Keep(label, entry);
        if (label.EndsWith(" face", StringComparison.Ordinal))
            Keep(label[..^5], entry);
        foreach (var tag in tags)
            Keep(tag.GetString()!.ToLowerInvariant(), entry with { IsLabel = false });
    }

    private void Keep(string word, Entry entry)
    {
        if (_words.TryGetValue(word, out var had) && (had.IsLabel || !entry.IsLabel && had.Keywords <= entry.Keywords))
            return;
        _words[word] = entry;
    }

    private static IEnumerable<(string Code, string Icon)> Names(string path)
    {
        using var file = File.OpenRead(path);
        using var json = JsonDocument.Parse(file);
        return [.. json.RootElement.EnumerateObject().Select(p => (p.Name, p.Value.GetString()!))];
    }
}
