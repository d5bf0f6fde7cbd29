using System.Text.Json.Nodes;

namespace Atelier.Library.Cards;

/// <summary>
/// A character card in the shape of V3, whichever generation it came from. The JSON is the card; the properties only look
/// at it, so that what is not known here is never lost.
/// </summary>
internal sealed class CharacterCard
{
    public const string V3 = "chara_card_v3";
    public const string V2 = "chara_card_v2";

    /// <summary>All that V1 has, and all of it text.</summary>
    public static readonly IReadOnlyList<string> V1Fields =
    [
        "name",
        "description",
        "personality",
        "scenario",
        "first_mes",
        "mes_example",
    ];

    private CharacterCard(JsonObject root) => Root = root;

    /// <summary>With <c>spec</c>, <c>spec_version</c>, <c>data</c> and what else stood there.</summary>
    public JsonObject Root { get; }

    public JsonObject Data => (JsonObject)Root["data"]!;

    public string Name
    {
        get => this["name"];
        set => this["name"] = value;
    }

    /// <summary>What <c>{{char}}</c> stands for.</summary>
    public string SpokenName => this["nickname"] is { Length: > 0 } nickname ? nickname : Name;

    public string Description => this["description"];
    public string Personality => this["personality"];
    public string Scenario => this["scenario"];
    public string FirstMessage => this["first_mes"];
    public string Examples => this["mes_example"];
    public string SystemPrompt => this["system_prompt"];
    public string PostHistory => this["post_history_instructions"];
    public IReadOnlyList<string> AlternateGreetings => CardJson.Texts(Data["alternate_greetings"]);
    public IReadOnlyList<string> Tags => CardJson.Texts(Data["tags"]);

    public JsonObject Extensions
    {
        get
        {
            if (Data["extensions"] is JsonObject there)
                return there;
            var made = new JsonObject();
            Data["extensions"] = made;
            return made;
        }
    }

    public JsonObject? Book => Data["character_book"] as JsonObject;

    public IEnumerable<JsonObject> Assets => Data["assets"] is JsonArray list ? list.OfType<JsonObject>() : [];

    /// <summary>A text field of <c>data</c>; empty when it is not there.</summary>
    public string this[string field]
    {
        get => CardJson.Text(Data[field]) ?? "";
        set => Data[field] = value;
    }

    public static CharacterCard Begin(string name)
    {
        var data = new JsonObject();
        foreach (var field in V1Fields)
            data[field] = "";
        data["name"] = name;
        foreach (var field in new[] { "creator_notes", "system_prompt", "post_history_instructions" })
            data[field] = "";
        data["alternate_greetings"] = new JsonArray();
        data["tags"] = new JsonArray();
        data["creator"] = "";
        data["character_version"] = "";
        data["extensions"] = new JsonObject();
        data["group_only_greetings"] = new JsonArray();
        return new(
            new JsonObject
            {
                ["spec"] = V3,
                ["spec_version"] = "3.0",
                ["data"] = data,
            }
        );
    }

    /// <param name="root">In the shape of V3 already; see <see cref="CardMending"/>.</param>
    public static CharacterCard Of(JsonObject root) => new(root);

    /// <summary>What <see cref="ToString"/> wrote.</summary>
    public static CharacterCard Parse(string stored) =>
        new((JsonObject)JsonNode.Parse(stored, documentOptions: new() { MaxDepth = CardLimits.JsonDepth * 2 })!);

    public CharacterCard Copy() => new((JsonObject)Root.DeepClone());

    public override string ToString() => CardJson.Write(Root);
}
