using System.Text.Json;
using System.Text.Json.Serialization;

namespace Atelier.Platform.Http;

/// <summary>Text without the NUL character, which PostgreSQL cannot store: refused where the field is still known.</summary>
internal sealed class JsonText : JsonConverter<string>
{
    public const string NoNul = "Text must not contain the NUL character.";

    public static bool HasNul(string? text) => text?.Contains('\0', StringComparison.Ordinal) == true;

    public override string? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        if (reader.TokenType is not JsonTokenType.String)
            throw new JsonException();
        var text = reader.GetString();
        return HasNul(text) ? throw new NulException() : text;
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);

    /// <summary>The serializer adds to it where in the body the text stood.</summary>
    public sealed class NulException : JsonException;
}
