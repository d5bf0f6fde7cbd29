using System.Text.Json.Nodes;

namespace Atelier.Support;

/// <summary>Holds JSON against the schemas of the API document.</summary>
internal sealed class DeclaredShape(JsonNode document)
{
    /// <returns>The paths of the fields that a value has and its schema has not.</returns>
    public IEnumerable<string> Undeclared(JsonNode? value, JsonNode schema, string path = "$")
    {
        var declared = Resolve(schema);
        if (value is JsonArray items)
            return items.SelectMany(item => Undeclared(item, declared["items"] ?? new JsonObject(), $"{path}[]"));
        if (value is not JsonObject fields || declared.Count == 0)
            return [];
        return fields.SelectMany(field =>
            (declared["properties"]?[field.Key] ?? declared["additionalProperties"]) is { } known
                ? Undeclared(field.Value, known, $"{path}.{field.Key}")
                : [$"{path}.{field.Key}"]
        );
    }

    /// <summary>The least that fits: required fields, the shortest values.</summary>
    public JsonNode Example(JsonNode schema)
    {
        var declared = Resolve(schema);
        if (declared["enum"] is JsonArray names)
            return names[0]!.DeepClone();
        return TypeOf(declared) switch
        {
            "string" => declared["format"]?.GetValue<string>() == "uuid"
                ? Guid.Empty.ToString()
                : new string('a', Math.Max(8, declared["minLength"]?.GetValue<int>() ?? 0)),
            "integer" or "number" => declared["minimum"]?.DeepClone() ?? 1,
            "boolean" => true,
            "array" => new JsonArray(),
            _ => new JsonObject(
                from name in declared["required"]?.AsArray() ?? []
                let field = name!.GetValue<string>()
                select KeyValuePair.Create(field, (JsonNode?)Example(declared["properties"]![field]!))
            ),
        };
    }

    public JsonObject Resolve(JsonNode schema)
    {
        var known = schema as JsonObject ?? []; // `true` is the schema of everything
        if (known["$ref"]?.GetValue<string>() is { } reference)
            return Resolve(document["components"]!["schemas"]![reference.Split('/')[^1]]!);
        var choice = known["oneOf"] ?? known["anyOf"] ?? known["allOf"];
        return choice is JsonArray ways ? Resolve(ways.First(way => !IsNull(way!))!) : known;
    }

    private static bool IsNull(JsonNode schema) => schema["type"] is JsonValue type && type.ToString() == "null";

    private static string? TypeOf(JsonObject schema) =>
        schema["type"] switch
        {
            JsonArray types => types.Select(type => type!.GetValue<string>()).FirstOrDefault(type => type != "null"),
            var type => type?.GetValue<string>(),
        };
}
