using System.Text.Json;
using System.Text.Json.Nodes;
using Atelier.Support;
using Atelier.Testing;

namespace Atelier.Documentation;

/// <summary>The document from which the web app's client is generated is the one the studio serves.</summary>
public sealed class ApiDocumentTests(StudioFactory studio) : IClassFixture<StudioFactory>
{
    private static readonly string Committed = Path.Combine(RepositoryRoot.Path, "web", "openapi.json");
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    [Fact]
    public async Task The_committed_document_is_the_one_that_is_served()
    {
        var served = await ServedAsync();
        var text = served.ToJsonString(Indented) + "\n";
        if (Environment.GetEnvironmentVariable("ATELIER_WRITE_DOCS") == "1")
            File.WriteAllText(Committed, text);

        Assert.Equal(File.ReadAllText(Committed), text);
    }

    [Fact]
    public async Task Every_property_says_what_it_is()
    {
        var schemas = (await ServedAsync())["components"]!["schemas"]!.AsObject();
        var silent =
            from schema in schemas
            where schema.Value is JsonObject { } && schema.Key is not "JsonElement"
            from property in schema.Value!["properties"]?.AsObject() ?? []
            where !Says(property.Value!.AsObject())
            select $"{schema.Key}.{property.Key}";

        Assert.Empty(silent);
    }

    private static bool Says(JsonObject property) =>
        property.ContainsKey("$ref")
        || property.ContainsKey("oneOf")
        || property.ContainsKey("anyOf")
        || property.ContainsKey("type") && (property["type"]!.ToString() != "array" || property.ContainsKey("items"));

    private async Task<JsonObject> ServedAsync()
    {
        var document = new Uri("/openapi/v1.json", UriKind.Relative);
        return JsonNode.Parse(await studio.Stranger.GetStringAsync(document))!.AsObject();
    }
}
