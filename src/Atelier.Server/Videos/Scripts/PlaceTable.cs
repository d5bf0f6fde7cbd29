using System.Reflection;
using Atelier.Drawing;

namespace Atelier.Videos.Scripts;

/// <param name="Name">Without an article.</param>
/// <param name="At">Where somebody is there: "in the meadow".</param>
/// <param name="Sense">Sentences that are true there at any hour.</param>
internal sealed record FilmPlace(Setting Setting, string Name, string At, IReadOnlyList<string> Sense);

/// <summary>Which words of a prompt name which place, read from places.txt.</summary>
internal static class PlaceTable
{
    private static readonly Dictionary<string, FilmPlace> ByWord = new(StringComparer.Ordinal);
    private static readonly Dictionary<Setting, FilmPlace> BySetting = [];

    private static readonly HashSet<string> Hints = new(
        (
            "futuristic cyberpunk neon future sci-fi scifi hologram grass trees waves sailing underwater seabed undersea coral cactus traffic urban bed pillow blanket bedtime "
            + "cooking baking cook bake oven stove recipe soup breakfast lesson teacher study rocket astronaut orbit knight throne medieval "
            + "king queen tractor cows snow snowy winter ice icy polar frozen tropical amazon safari sand stars moon space picnic"
        ).Split(' '),
        StringComparer.Ordinal
    );

    static PlaceTable()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("films.places.txt")!;
        using var reader = new StreamReader(stream);
        foreach (var block in reader.ReadToEnd().Split("== ").Skip(1))
        {
            var lines = block.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            string Value(string key) =>
                lines.First(line => line.StartsWith(key + " ", StringComparison.Ordinal))[(key.Length + 1)..];
            var place = new FilmPlace(
                Enum.Parse<Setting>(lines[0]),
                Value("name"),
                Value("at"),
                Value("sense").Split(" | ")
            );
            BySetting[place.Setting] = place;
            foreach (var word in Value("words").Split(' '))
                ByWord.TryAdd(word, place);
        }
    }

    public static FilmPlace Of(Setting setting) => BySetting[setting];

    /// <summary>"City" is the name of a place; "snowy" and "sailing" only say what it must be like.</summary>
    public static bool Names(string word) => ByWord.ContainsKey(word) && !Hints.Contains(word);

    /// <param name="word">Lower case.</param>
    public static FilmPlace? Find(string word) => ByWord.GetValueOrDefault(word);
}
