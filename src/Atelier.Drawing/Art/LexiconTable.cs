using System.Globalization;

namespace Atelier.Drawing.Art;

/// <summary>The chosen looks of common nouns, read from the table that ships inside this library.</summary>
internal sealed class LexiconTable
{
    public enum Realm
    {
        Things,
        Animals,
        People,
        Creatures,
    }

    /// <param name="DrawingId">Set and name.</param>
    /// <param name="Size">Height of the ink; a child is 1.</param>
    public sealed record Look(string DrawingId, double Size, Habitat Habitat, Portrayal Shows, Realm Realm)
    {
        /// <summary>Whether a sense of this WordNet topic may be drawn so: beasts are not people.</summary>
        public bool Fits(int topic) =>
            Realm switch
            {
                Realm.Animals => topic is not NounNet.Person,
                Realm.People => topic is NounNet.Person,
                Realm.Things => topic is not (NounNet.Person or NounNet.Animal),
                _ => true,
            };
    }

    private readonly Dictionary<string, Look> _nouns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Look> _categories = new(StringComparer.Ordinal);
    private readonly HashSet<string> _scenery = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Look, string)> _near = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Look> _drawings = new(StringComparer.Ordinal);

    public LexiconTable()
    {
        using var stream = typeof(LexiconTable).Assembly.GetManifestResourceStream("visual-lexicon.txt")!;
        using var lines = new StreamReader(stream);
        var realm = Realm.Things;
        while (lines.ReadLine() is { } line)
            if (line.Length > 0 && line[0] == '[')
                realm = Enum.Parse<Realm>(line.Trim('[', ']'), ignoreCase: true);
            else if (line.Length > 0 && line[0] != '#')
                Add(line, realm);
    }

    public Look? Noun(string noun) => _nouns.GetValueOrDefault(noun);

    /// <summary>The look of a WordNet category such as "insect", for what lies below it.</summary>
    public Look? Category(string word) => _categories.GetValueOrDefault(word);

    /// <summary>Places and weather, which the backdrop shows; a drawing of them would only be in the way.</summary>
    public bool IsScenery(string noun) => _scenery.Contains(noun);

    /// <summary>What stands in for a noun that has no drawing of its own, with the name of what it shows.</summary>
    public (Look Look, string Shows)? Near(string noun) => _near.TryGetValue(noun, out var near) ? near : null;

    public Look? OfDrawing(string drawingId) => _drawings.GetValueOrDefault(drawingId);

    private void Add(string line, Realm realm)
    {
        if (line[0] == '-')
        {
            _scenery.UnionWith(line[2..].Split(", "));
            return;
        }
        var fields = line.Split(' ', 5);
        var set = fields[0][0] switch
        {
            'n' => ArtPack.Noto,
            'o' => ArtPack.Own,
            _ => ArtPack.Fluent,
        };
        var look = new Look(
            $"{set}:{fields[0][2..]}",
            double.Parse(fields[1], CultureInfo.InvariantCulture),
            Enum.Parse<Habitat>(fields[2], ignoreCase: true),
            Enum.Parse<Portrayal>(fields[3], ignoreCase: true),
            realm
        );
        _drawings.TryAdd(look.DrawingId, look);
        foreach (var noun in fields[4].Split(", "))
            if (noun[0] == '*')
                _categories.TryAdd(noun[1..], look);
            else if (noun[0] == '~')
                _near.TryAdd(noun[1..], (look, fields[4].Split(", ")[0]));
            else
                _nouns.TryAdd(noun, look);
    }
}
