namespace Atelier.Benchmarks.Language;

internal enum Rank
{
    Major,
    Intermediate,
    Minor,
}

/// <summary>Somebody whom a novel's reader wrote down, with every way the text names them.</summary>
internal sealed record GoldPerson(string Name, IReadOnlyList<string> Names, Rank Rank)
{
    private const string Folder = "bench/language/major-characters.txt";

    /// <summary>The people of the whole novels, by the novel's file name.</summary>
    public static Dictionary<string, IReadOnlyList<GoldPerson>> ReadAll()
    {
        var novels = new Dictionary<string, IReadOnlyList<GoldPerson>>();
        var (people, rank) = (new List<GoldPerson>(), Rank.Major);
        foreach (var line in File.ReadLines(Folder).Where(line => line.Length > 0 && line[0] != '#'))
            if (line[0] == '[')
                (novels[line[1..^1]], rank) = (people = [], Rank.Major);
            else if (line == "also")
                rank = Rank.Intermediate;
            else if (line.Split('=', 2, StringSplitOptions.TrimEntries) is [var name, var others])
                people.Add(
                    new(
                        name,
                        [
                            name,
                            .. others.Split(
                                ',',
                                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
                            ),
                        ],
                        rank
                    )
                );
        return novels;
    }
}
