using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Atelier.Platform.Http;

/// <summary>
/// Says in the API document what the exporter cannot know: what types of our own converters look like (see
/// <see cref="JsonRules"/>), that enums are texts, and that answers leave no property out.
/// </summary>
internal static class SchemaTypes
{
    public static Task Complete(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken _)
    {
        var type = context.JsonTypeInfo.Type;
        if (IsText(type) && (schema.Type is null or JsonSchemaType.Null || schema.Enum is { Count: > 0 }))
            schema.Type = JsonSchemaType.String | (CanBeNull(context) ? JsonSchemaType.Null : default);
        if (context.JsonTypeInfo is { Kind: JsonTypeInfoKind.Dictionary, ElementType: { } value } && IsText(value))
            schema.AdditionalProperties ??= new OpenApiSchema { Type = JsonSchemaType.String };
        if (context.JsonTypeInfo is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } item })
            schema.Items ??= IsText(item) ? new OpenApiSchema { Type = JsonSchemaType.String } : new OpenApiSchema();
        if (context.JsonTypeInfo.Kind is JsonTypeInfoKind.Object && IsAnswer(type) && schema.Properties is { } all)
            schema.Required = all.Keys.ToHashSet();
        return Task.CompletedTask;
    }

    private static bool IsText(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type == typeof(string) || type == typeof(DateTimeOffset) || type.IsEnum;
    }

    private static bool CanBeNull(OpenApiSchemaTransformerContext context) =>
        Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) is not null
        || context.JsonPropertyInfo is { IsGetNullable: true };

    private static bool IsAnswer(Type type) =>
        type.Namespace?.StartsWith("Atelier", StringComparison.Ordinal) is true
        && !type.Name.EndsWith("Request", StringComparison.Ordinal)
        && !type.Name.Contains("Brief", StringComparison.Ordinal);
}
