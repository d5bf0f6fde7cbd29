using System.Text.Json.Nodes;
using Atelier.Library.Cards.Lore;

namespace Atelier.Library.Cards;

/// <summary>One card in the shape of each generation. What a generation has no field for travels along and comes back.</summary>
internal static class CardShapes
{
    /// <summary>At the root of a V1 card: what its later self has besides the six fields.</summary>
    public const string BeyondV1 = "atelier_beyond_v1";

    /// <summary>In the extensions of a lorebook entry in V2: its content with the decorators that V2 does not know.</summary>
    private const string Decorated = "atelier_decorated";

    /// <summary>Begins the notes of the V2 copy that older tools find beside a V3 card.</summary>
    public const string Notice =
        "This card was made for Character Card V3; what you see is a reduced copy for tools that read V2.";

    public static JsonObject Of(CharacterCard card, CardSpec spec) =>
        spec switch
        {
            CardSpec.V1 => ToV1(card),
            CardSpec.V2 => ToV2(card),
            _ => ToV3(card),
        };

    /// <summary>The copy beside a V3 card: V2, with a word to whoever reads it.</summary>
    public static JsonObject Backfill(CharacterCard card)
    {
        var root = ToV2(card);
        var data = root["data"]!.AsObject();
        var notes = CardJson.Text(data["creator_notes"]);
        data["creator_notes"] = string.IsNullOrEmpty(notes) ? Notice : $"{Notice}\n{notes}";
        return root;
    }

    /// <summary>Moves the fields of a V1 card into <c>data</c>, in place; what else stood at the root stays there.</summary>
    public static void FromV1(JsonObject root)
    {
        var data = new JsonObject();
        if (root[BeyondV1] is JsonObject beyond)
        {
            root.Remove(BeyondV1);
            data = beyond;
        }
        foreach (var field in CharacterCard.V1Fields)
            if (root.TryGetPropertyValue(field, out var value))
            {
                root.Remove(field);
                data[field] = value;
            }
        if (root.TryGetPropertyValue("data", out var odd))
        {
            root.Remove("data");
            root["atelier_kept_data"] = odd;
        }
        root["data"] = data;
    }

    public static void RestoreDecorators(JsonObject data)
    {
        foreach (var entry in EntriesOf(data))
            if (
                entry["extensions"] is JsonObject extensions
                && CardJson.Text(extensions[Decorated]) is { } whole
                && Decorators.Read(whole).Text == CardJson.Text(entry["content"])
            )
            {
                extensions.Remove(Decorated);
                entry["content"] = whole;
            }
    }

    private static JsonObject ToV3(CharacterCard card)
    {
        var root = (JsonObject)card.Root.DeepClone();
        Repeat(root);
        return root;
    }

    private static JsonObject ToV2(CharacterCard card)
    {
        var root = ToV3(card);
        (root["spec"], root["spec_version"]) = (CharacterCard.V2, "2.0");
        foreach (var entry in EntriesOf(root["data"]!.AsObject()))
        {
            if (
                CardJson.Text(entry["content"]) is not { } content
                || Decorators.Read(content) is not { Any: true } read
            )
                continue;
            if (entry["extensions"] is not JsonObject extensions)
                entry["extensions"] = extensions = [];
            extensions[Decorated] = content;
            entry["content"] = read.Text;
        }
        return root;
    }

    private static JsonObject ToV1(CharacterCard card)
    {
        var rest = (JsonObject)card.Root.DeepClone();
        var data = (JsonObject)rest["data"]!;
        var root = new JsonObject();
        foreach (var field in CharacterCard.V1Fields)
        {
            root[field] = card[field];
            rest.Remove(field);
            data.Remove(field);
        }
        foreach (var name in new[] { "spec", "spec_version", "data" })
            rest.Remove(name);
        foreach (var (name, value) in rest.ToList())
        {
            rest.Remove(name);
            root[name] = value;
        }
        root[BeyondV1] = data;
        return root;
    }

    /// <summary>Where the fields of V1 stood at the root too, tools that look there see what holds.</summary>
    private static void Repeat(JsonObject root)
    {
        foreach (var field in CharacterCard.V1Fields)
            if (root.ContainsKey(field))
                root[field] = root["data"]![field]?.DeepClone();
    }

    private static IEnumerable<JsonObject> EntriesOf(JsonObject data) =>
        data["character_book"] is JsonObject { } book && book["entries"] is JsonArray entries
            ? entries.OfType<JsonObject>()
            : [];
}
