using System.Text.Json;
using System.Text.RegularExpressions;

namespace Atelier.Testing.Models;

/// <summary>What the documented API refuses with status 400. A fake that took anything would prove nothing.</summary>
internal static partial class RequestContract
{
    private static readonly string[] Roles = ["system", "developer", "user", "assistant", "tool"];

    public static string? ChatProblem(JsonElement body)
    {
        if (!HasText(body, "model"))
            return "you must provide a model parameter";
        if (
            !body.TryGetProperty("messages", out var messages)
            || messages.ValueKind != JsonValueKind.Array
            || messages.GetArrayLength() == 0
        )
            return "'messages' must be a non-empty array";
        foreach (var message in messages.EnumerateArray())
            if (
                !HasText(message, "role")
                || !Roles.Contains(message.GetProperty("role").GetString())
                || !message.TryGetProperty("content", out _)
            )
                return "every message needs a known role and content";
        if (
            !body.TryGetProperty("response_format", out var format)
            || format.GetProperty("type").GetString() != "json_schema"
        )
            return null;
        var schema = format.GetProperty("json_schema");
        if (!HasText(schema, "name") || !SchemaName().IsMatch(schema.GetProperty("name").GetString()!))
            return "'response_format.json_schema.name' must be 1 to 64 letters, digits, underscores or dashes";
        return schema.TryGetProperty("strict", out var strict) && strict.ValueKind == JsonValueKind.True
            ? StrictProblem(schema.GetProperty("schema"), "root")
            : null;
    }

    public static string? ImageProblem(JsonElement body)
    {
        if (!HasText(body, "prompt"))
            return "'prompt' is required";
        if (body.TryGetProperty("n", out var n) && n.GetInt32() is < 1 or > 10)
            return "'n' must be 1 to 10";
        if (
            body.TryGetProperty("size", out var size)
            && size.GetString() != "auto"
            && !Size().IsMatch(size.GetString()!)
        )
            return "'size' must be WIDTHxHEIGHT";
        return body.TryGetProperty("response_format", out var format) && format.GetString() is not ("b64_json" or "url")
            ? "'response_format' must be b64_json or url"
            : null;
    }

    public static string? SpeechProblem(JsonElement body)
    {
        if (!HasText(body, "input") || body.GetProperty("input").GetString()!.Length > 4096)
            return "'input' must be 1 to 4096 characters";
        if (!HasText(body, "voice"))
            return "'voice' is required";
        if (body.TryGetProperty("speed", out var speed) && speed.GetDouble() is < 0.25 or > 4)
            return "'speed' must be 0.25 to 4";
        return
            body.TryGetProperty("response_format", out var format)
            && format.GetString() is not ("mp3" or "opus" or "aac" or "flac" or "wav" or "pcm")
            ? "'response_format' must be a known format"
            : null;
    }

    /// <summary>Strict schemas close every object and require every property.</summary>
    private static string? StrictProblem(JsonElement schema, string path)
    {
        if (schema.ValueKind == JsonValueKind.Array)
            return schema
                .EnumerateArray()
                .Select(item => StrictProblem(item, path))
                .FirstOrDefault(problem => problem is not null);
        if (schema.ValueKind != JsonValueKind.Object)
            return null;
        if (schema.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object)
        {
            if (!schema.TryGetProperty("additionalProperties", out var more) || more.ValueKind != JsonValueKind.False)
                return $"'additionalProperties' must be false at {path}";
            var required = schema.TryGetProperty("required", out var list)
                ? list.EnumerateArray().Select(name => name.GetString()).ToHashSet()
                : [];
            foreach (var property in properties.EnumerateObject())
                if (!required.Contains(property.Name))
                    return $"'required' must list '{property.Name}' at {path}";
        }
        return schema
            .EnumerateObject()
            .Select(child => StrictProblem(child.Value, $"{path}.{child.Name}"))
            .FirstOrDefault(problem => problem is not null);
    }

    private static bool HasText(JsonElement body, string field) =>
        body.ValueKind == JsonValueKind.Object
        && body.TryGetProperty(field, out var value)
        && value.ValueKind == JsonValueKind.String
        && value.GetString() != "";

    [GeneratedRegex("^[A-Za-z0-9_-]{1,64}$")]
    private static partial Regex SchemaName();

    [GeneratedRegex("^[1-9][0-9]{1,4}x[1-9][0-9]{1,4}$")]
    private static partial Regex Size();
}
