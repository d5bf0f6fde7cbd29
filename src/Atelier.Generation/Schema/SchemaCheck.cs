using System.Text.Json;

namespace Atelier.Generation;

/// <summary>
/// Checks an answer against the part of JSON Schema that model servers accept: type, enum, properties, required,
/// additionalProperties, items, lengths, counts and bounds. What is wrong comes back as sentences a model can act on.
/// </summary>
public static class SchemaCheck
{
    private const int MostProblems = 12; // enough to mend an answer by; more would only cost tokens

    public static IReadOnlyList<string> Problems(JsonElement schema, JsonElement value)
    {
        var problems = new List<string>();
        Check(schema, value, "$", problems);
        return problems;
    }

    private static void Check(JsonElement schema, JsonElement value, string path, List<string> problems)
    {
        if (problems.Count >= MostProblems || schema.ValueKind != JsonValueKind.Object)
            return;
        if (schema.TryGetProperty("type", out var type) && !IsOneOf(type, value))
        {
            problems.Add($"{path} must be {type.ToString().Replace("\"", "", StringComparison.Ordinal)}.");
            return;
        }
        if (
            schema.TryGetProperty("enum", out var allowed)
            && !allowed.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value))
        )
            problems.Add($"{path} must be one of {allowed.GetRawText()}.");
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                CheckObject(schema, value, path, problems);
                break;
            case JsonValueKind.Array:
                CheckCount(
                    schema,
                    "minItems",
                    "maxItems",
                    value.GetArrayLength(),
                    $"{path} must have",
                    "items",
                    problems
                );
                if (schema.TryGetProperty("items", out var items))
                    foreach (var (index, item) in value.EnumerateArray().Index())
                        Check(items, item, $"{path}[{index}]", problems);
                break;
            case JsonValueKind.String:
                CheckCount(
                    schema,
                    "minLength",
                    "maxLength",
                    value.GetString()!.Length,
                    $"{path} must have",
                    "characters",
                    problems
                );
                break;
            case JsonValueKind.Number:
                CheckCount(schema, "minimum", "maximum", value.GetDouble(), $"{path} must be", "", problems);
                break;
        }
    }

    private static void CheckObject(JsonElement schema, JsonElement value, string path, List<string> problems)
    {
        var known = schema.TryGetProperty("properties", out var properties);
        if (schema.TryGetProperty("required", out var required))
            foreach (var name in required.EnumerateArray().Select(item => item.GetString()!))
                if (!value.TryGetProperty(name, out _))
                    problems.Add($"{path}.{name} is missing.");
        var closed =
            schema.TryGetProperty("additionalProperties", out var more) && more.ValueKind == JsonValueKind.False;
        foreach (var property in value.EnumerateObject())
            if (known && properties.TryGetProperty(property.Name, out var child))
                Check(child, property.Value, $"{path}.{property.Name}", problems);
            else if (closed)
                problems.Add($"{path}.{property.Name} is not allowed.");
    }

    private static void CheckCount(
        JsonElement schema,
        string least,
        string most,
        double count,
        string what,
        string unit,
        List<string> problems
    )
    {
        if (schema.TryGetProperty(least, out var low) && count < low.GetDouble())
            problems.Add($"{what} at least {low} {unit}".TrimEnd() + ".");
        if (schema.TryGetProperty(most, out var high) && count > high.GetDouble())
            problems.Add($"{what} at most {high} {unit}".TrimEnd() + ".");
    }

    private static bool IsOneOf(JsonElement type, JsonElement value) =>
        type.ValueKind == JsonValueKind.Array
            ? type.EnumerateArray().Any(one => Is(one.GetString(), value))
            : Is(type.GetString(), value);

    private static bool Is(string? type, JsonElement value) =>
        (type, value.ValueKind) switch
        {
            ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String) =>
                true,


            ("number", JsonValueKind.Number)
            or
            ("null", JsonValueKind.Null)
            or ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
            ("integer", JsonValueKind.Number) => value.GetDouble() % 1 == 0,
            _ => false,
        };
}
