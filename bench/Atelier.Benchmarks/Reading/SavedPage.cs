using System.Globalization;
using System.Text.Json;

namespace Atelier.Benchmarks.Reading;

/// <summary>A saved page with what a reader should find in it.</summary>
internal sealed record SavedPage(string Name, byte[] Source, string Expected, SavedFacts Facts)
{
    public static IReadOnlyList<SavedPage> ReadAll(string folder) =>
        [
            .. Directory
                .GetDirectories(folder)
                .Order(StringComparer.Ordinal)
                .Select(one => new SavedPage(
                    Path.GetFileName(one),
                    File.ReadAllBytes(Path.Combine(one, "source.html")),
                    GoldText.Of(File.ReadAllText(Path.Combine(one, "expected.html"))),
                    SavedFacts.Read(Path.Combine(one, "expected-metadata.json"))
                )),
        ];
}

internal sealed record SavedFacts(string? Title, string? Author, string? Language, DateTimeOffset? Published)
{
    public static SavedFacts Read(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        var root = json.RootElement;
        return new(
            Text("title"),
            Text("byline"),
            Text("lang")?.Split('-')[0].ToLowerInvariant(),
            DateTimeOffset.TryParse(
                Text("publishedTime"),
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var published
            )
                ? published
                : null
        );

        string? Text(string name) =>
            root.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.String
            && !string.IsNullOrWhiteSpace(value.GetString())
                ? string.Join(' ', value.GetString()!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                : null;
    }
}
