using System.Reflection;

namespace Atelier.Books.Stories.Grammar;

/// <summary>One "== head" block of a data file.</summary>
internal sealed record DataSection(string Head, IReadOnlyList<string> Lines)
{
    /// <summary>The rest of the first line that starts with <paramref name="key"/>, or null.</summary>
    public string? Value(string key) =>
        Lines.FirstOrDefault(line => line.StartsWith(key + " ", StringComparison.Ordinal))?[(key.Length + 1)..].Trim();

    /// <summary>All values of a key; one line may hold several, parted by " | ".</summary>
    public IReadOnlyList<string> Values(string key) =>
        [
            .. Lines
                .Where(line => line.StartsWith(key + " ", StringComparison.Ordinal))
                .SelectMany(line => line[(key.Length + 1)..].Split(" | "))
                .Select(value => value.Trim()),
        ];

    public IReadOnlyList<string> Words(string key) =>
        Value(key)?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
}

/// <summary>Reads the embedded word and phrase files. Lines that start with # are remarks.</summary>
internal static class StoryData
{
    private const string Root = "Atelier.Books.Stories.Data.";

    public static IReadOnlyList<DataSection> Read(string name)
    {
        var sections = new List<DataSection>();
        List<string>? lines = null;
        foreach (var raw in Text(name).Split('\n'))
        {
            var line = raw.TrimEnd();
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (line.StartsWith("== ", StringComparison.Ordinal))
                sections.Add(new DataSection(line[3..].Trim(), lines = []));
            else
                lines?.Add(line.Trim());
        }
        return sections;
    }

    /// <summary>Names of the files under Data/Shapes, in ordinal order.</summary>
    public static IReadOnlyList<string> ShapeFiles { get; } =
    [
        .. Assembly
            .GetExecutingAssembly()
            .GetManifestResourceNames()
            .Where(name => name.StartsWith(Root + "Shapes.", StringComparison.Ordinal))
            .Select(name => name[Root.Length..^".txt".Length])
            .Order(StringComparer.Ordinal),
    ];

    private static string Text(string name)
    {
        using var stream =
            Assembly.GetExecutingAssembly().GetManifestResourceStream($"{Root}{name}.txt")
            ?? throw new InvalidOperationException($"No story data called {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
