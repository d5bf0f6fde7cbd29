using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Atelier.Library.Cards;

/// <summary>Foreign JSON to nodes that keep every key and number as it was written, within limits.</summary>
internal sealed class CardJson
{
    private static readonly JsonDocumentOptions Tolerant = new()
    {
        MaxDepth = CardLimits.JsonDepth,
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = CardLimits.JsonDepth * 2,
    };

    private readonly ICollection<CardWarning> _warnings;
    private int _values;

    private CardJson(ICollection<CardWarning> warnings) => _warnings = warnings;

    /// <exception cref="UnusableCard">It is not JSON, or too much of it.</exception>
    public static JsonObject Read(ReadOnlyMemory<byte> utf8, ICollection<CardWarning> warnings)
    {
        if (utf8.Span.StartsWith("\uFEFF"u8))
            utf8 = utf8[3..];
        if (utf8.Length > CardLimits.JsonBytes)
            throw new UnusableCard("card_too_large", "The card's text is larger than 16 MiB.");
        if (utf8.Span.StartsWith("rcc||"u8))
            throw new UnusableCard("card_encrypted", "The card is encrypted for RisuAI and cannot be read elsewhere.");
        try
        {
            using var document = JsonDocument.Parse(utf8, Tolerant);
            return new CardJson(warnings).Node(document.RootElement) as JsonObject
                ?? throw new UnusableCard("card_malformed", "The card is JSON, but not an object.");
        }
        catch (JsonException)
        {
            throw new UnusableCard(
                "card_malformed",
                "The card's text is not JSON, is nested too deeply, or breaks off."
            );
        }
        catch (InvalidOperationException)
        {
            throw new UnusableCard("card_malformed", "The card has text that is not valid Unicode.");
        }
    }

    /// <summary>Text beyond ASCII stays readable; control characters are escaped.</summary>
    public static string Write(JsonNode node) => node.ToJsonString(Plain);

    public static byte[] WriteBytes(JsonNode node) => JsonSerializer.SerializeToUtf8Bytes(node, Plain);

    public static string? Text(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    public static double? Number(JsonNode? node) =>
        node is JsonValue value
        && value.GetValueKind() == JsonValueKind.Number
        && double.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number)
            ? number
            : null;

    public static bool? Flag(JsonNode? node) =>
        node?.GetValueKind() switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        };

    /// <summary>The strings of a list; anything else in it is passed over.</summary>
    public static IReadOnlyList<string> Texts(JsonNode? node) =>
        node is JsonArray list ? [.. list.Select(Text).OfType<string>()] : [];

    private JsonNode? Node(JsonElement element)
    {
        if (++_values > CardLimits.JsonValues)
            throw new UnusableCard("card_too_large", "The card has more than 200,000 values.");
        return element.ValueKind switch
        {
            JsonValueKind.Object => Object(element),
            JsonValueKind.Array => new JsonArray([.. element.EnumerateArray().Select(Node)]),
            JsonValueKind.String => JsonValue.Create(element.GetString()!),
            JsonValueKind.Number => JsonValue.Create(element.Clone()),
            JsonValueKind.True => JsonValue.Create(true),
            JsonValueKind.False => JsonValue.Create(false),
            _ => null,
        };
    }

    private JsonObject Object(JsonElement element)
    {
        var made = new JsonObject();
        foreach (var property in element.EnumerateObject())
        {
            if (made.ContainsKey(property.Name) && _warnings.All(w => w.Kind != CardDeviation.DuplicateKey))
                _warnings.Add(
                    new(
                        CardDeviation.DuplicateKey,
                        $"\"{Shown(property.Name)}\" stands there twice; the last one holds."
                    )
                );
            made[property.Name] = Node(property.Value);
        }
        return made;
    }

    private static string Shown(string name) => name.Length <= 60 ? name : name[..60] + "…";
}
