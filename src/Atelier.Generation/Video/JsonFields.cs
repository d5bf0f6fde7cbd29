using System.Globalization;
using System.Text.Json;

namespace Atelier.Generation;

/// <summary>Reads what providers send: a field may be missing, null, or of another type than documented.</summary>
internal static class JsonFields
{
    public static JsonElement Field(this JsonElement from, string name) =>
        from.ValueKind is JsonValueKind.Object && from.TryGetProperty(name, out var field) ? field : default;

    public static string? Text(this JsonElement from) =>
        from.ValueKind is JsonValueKind.String ? from.GetString() : null;

    public static string? Text(this JsonElement from, string name) => from.Field(name).Text();

    public static double? Number(this JsonElement from, string name) =>
        from.Field(name) switch
        {
            { ValueKind: JsonValueKind.Number } number when number.TryGetDouble(out var value) => value,
            { ValueKind: JsonValueKind.String } text
                when double.TryParse(text.GetString(), CultureInfo.InvariantCulture, out var value) => value,
            _ => null,
        };

    public static IEnumerable<JsonElement> Items(this JsonElement from) =>
        from.ValueKind is JsonValueKind.Array ? from.EnumerateArray() : [];
}
