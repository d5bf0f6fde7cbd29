using System.Text.Json;
using System.Text.Json.Serialization;

namespace Atelier.Platform.Http;

/// <summary>How the API reads and writes JSON: camelCase, strict about types, nulls and duplicates, of bounded depth.</summary>
internal static class JsonRules
{
    private const int DeepestNesting = 32;

    public static void Apply(JsonSerializerOptions json)
    {
        json.MaxDepth = DeepestNesting;
        json.AllowDuplicateProperties = false;
        json.NumberHandling = JsonNumberHandling.Strict;
        json.RespectNullableAnnotations = true;
        json.RespectRequiredConstructorParameters = true;
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        json.Converters.Add(new UtcTimes());
        json.Converters.Add(new JsonText());
    }

    /// <summary>RFC 3339 with the letter Z, to the microsecond: what PostgreSQL keeps is what the first answer says.</summary>
    private sealed class UtcTimes : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            reader.GetDateTimeOffset().ToUniversalTime();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.UtcDateTime.AddTicks(-(value.Ticks % TimeSpan.TicksPerMicrosecond)));
    }
}
