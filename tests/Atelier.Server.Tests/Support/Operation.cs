using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Atelier.Support;

/// <summary>One operation of the served API document. Tests that walk them all cover new ones by themselves.</summary>
public sealed partial record Operation(HttpMethod Method, string Path, JsonNode Node, JsonNode Document)
{
    /// <summary>As the access table writes it.</summary>
    public string Name => $"{Method} {Path}";

    public IReadOnlyList<string> Parameters => [.. Parameter().Matches(Path).Select(m => m.Groups[1].Value)];

    /// <summary>Those that name a thing.</summary>
    public IReadOnlyList<string> Ids => [.. Parameters.Where(name => name.EndsWith("Id", StringComparison.Ordinal))];

    /// <summary>A body with every required field, which says nothing sensible; null where none is taken.</summary>
    public JsonNode? Body =>
        Node["requestBody"]?["content"]?["application/json"]?["schema"] is { } schema
            ? new DeclaredShape(Document).Example(schema)
            : null;

    /// <summary>What the document says of an answer with this status; null when it is a file, or nothing.</summary>
    public JsonNode? AnswerSchema(int status) =>
        Node["responses"]?[$"{status}"]?["content"] is JsonObject { Count: 1 } content
            ? content["application/json"]?["schema"]
            : null;

    public static async Task<IReadOnlyList<Operation>> AllAsync(StudioFactory studio)
    {
        var text = await studio.Stranger.GetStringAsync(
            new Uri("/openapi/v1.json", UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        var document = JsonNode.Parse(text)!;
        return
        [
            .. from path in document["paths"]!.AsObject()
            from operation in path.Value!.AsObject()
            where operation.Key != "parameters"
            select new Operation(
                HttpMethod.Parse(operation.Key.ToUpperInvariant()),
                path.Key,
                operation.Value!,
                document
            ),
        ];
    }

    /// <summary>The path with each parameter replaced.</summary>
    public string Fill(Func<string, string> value) => Fill(Path, value);

    public static string Fill(string path, Func<string, string> value) =>
        Parameter().Replace(path, match => value(match.Groups[1].Value));

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Parameter();
}
