using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Atelier.Generation;

/// <summary>Schemas of records, in the strict form model servers ask for: every property required, no others allowed.</summary>
public static class JsonSchemas
{
    /// <summary>Camel case names, enums as words.</summary>
    public static JsonSerializerOptions Json { get; } = Options();

    public static JsonElement Of<T>() =>
        JsonSerializer.SerializeToElement(Strict(JsonSchemaExporter.GetJsonSchemaAsNode(Json, typeof(T), Exported)));

    private static JsonSchemaExporterOptions Exported { get; } = new() { TreatNullObliviousAsNonNullable = true };

    private static JsonSerializerOptions Options()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            NumberHandling = JsonNumberHandling.Strict,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.MakeReadOnly();
        return options;
    }

    private static JsonNode Strict(JsonNode node)
    {
        if (node is JsonArray list)
            foreach (var item in list)
                if (item is not null)
                    Strict(item);
        if (node is not JsonObject schema)
            return node;
        schema.Remove("default");
        if (schema["properties"] is JsonObject properties)
        {
            schema["required"] = new JsonArray([.. properties.Select(property => JsonValue.Create(property.Key))]);
            schema["additionalProperties"] = false;
        }
        foreach (var (_, child) in schema.ToList())
            if (child is not null)
                Strict(child);
        return node;
    }
}
