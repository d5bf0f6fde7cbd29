using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Atelier.Library.Cards;

/// <summary>
/// Brings a card of any generation into the shape of V3, with all that deviates from it accepted and told. What has no
/// place of its own there is kept under <see cref="Kept"/> of the extensions.
/// </summary>
internal sealed class CardMending(JsonObject root, List<CardWarning> warnings)
{
    /// <summary>In the extensions: values that came in a shape their field cannot have.</summary>
    public const string Kept = "atelier_kept";

    private static readonly string[] OtherTexts =
    [
        "creator_notes",
        "system_prompt",
        "post_history_instructions",
        "creator",
        "character_version",
        "nickname",
    ];

    private static readonly string[] TextLists = ["alternate_greetings", "tags", "group_only_greetings", "source"];

    private CardSpec _spec;

    public (CharacterCard Card, CardSpec Spec) Run()
    {
        _spec = SpecOf();
        if (_spec is CardSpec.V1)
            CardShapes.FromV1(root);
        else
            Version();
        if (root["data"] is not JsonObject data)
            throw new UnusableCard("card_malformed", "The card's \"data\" is missing or not an object.");
        Extensions(data);
        Twice(data);
        foreach (var field in (string[])[.. CharacterCard.V1Fields, .. OtherTexts])
            TextField(data, field);
        foreach (var field in TextLists)
            TextList(data, field);
        Book(data);
        if (_spec is CardSpec.V3 && !data.ContainsKey("group_only_greetings"))
            Warn(
                CardDeviation.RelabelledV2,
                "It is called V3, but has no group_only_greetings: a V2 card with a new name."
            );
        if (!data.ContainsKey("group_only_greetings"))
            data["group_only_greetings"] = new JsonArray();
        new AssetMending(data, warnings, Keep).Run();
        (root["spec"], root["spec_version"]) = (CharacterCard.V3, VersionText());
        Trim(data);
        if (_spec is CardSpec.V2)
            CardShapes.RestoreDecorators(data);
        var card = CharacterCard.Of(root);
        if (string.IsNullOrWhiteSpace(card.Name))
            throw new UnusableCard("no_character_data", "The card names no character.");
        return (card, _spec);
    }

    /// <summary>By <c>spec</c> first: many V2 cards have the fields of V1 at their root as well.</summary>
    private CardSpec SpecOf()
    {
        switch (CardJson.Text(root["spec"]))
        {
            case CharacterCard.V3:
                return CardSpec.V3;
            case CharacterCard.V2:
                return CardSpec.V2;
            case "lorebook_v3":
                throw new UnusableCard("no_character_data", "This is a lorebook without a character.");
        }
        if (root["data"] is JsonObject data && data.ContainsKey("name"))
        {
            Warn(CardDeviation.UnknownSpec, "The card does not say which specification it follows; it is read as V3.");
            return CardSpec.V2;
        }
        if (root["name"] is not null)
            return CardSpec.V1;
        throw new UnusableCard("no_character_data", "There is no character in this file.");
    }

    private void Version()
    {
        var written = root["spec_version"];
        if (written is not null && CardJson.Text(written) is null)
            Warn(CardDeviation.FieldOfWrongType, "\"spec_version\" is not text.");
        if (
            double.TryParse(written?.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var version)
            && version > (_spec is CardSpec.V3 ? 3.0 : 2.9)
        )
            Warn(
                CardDeviation.NewerSpec,
                "The card was written for a newer specification; what is new there is kept unread."
            );
    }

    /// <summary>What is newer than V3 stays what it says it is.</summary>
    private string VersionText() =>
        _spec is CardSpec.V3
        && CardJson.Text(root["spec_version"]) is { } written
        && double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var version)
        && version > 3.0
            ? written
            : "3.0";

    /// <summary>First of all: what else is odd is kept in there.</summary>
    private void Extensions(JsonObject data)
    {
        if (data["extensions"] is JsonObject)
            return;
        if (data["extensions"] is not null)
            Keep(data, "extensions");
        else
            data["extensions"] = new JsonObject();
    }

    private void Twice(JsonObject data)
    {
        if (_spec is CardSpec.V1)
            return;
        var there = CharacterCard.V1Fields.Where(root.ContainsKey).ToList();
        if (there.Count == 0)
            return;
        Warn(CardDeviation.FieldsTwice, "The fields of V1 stand at the root as well; those in \"data\" hold.");
        foreach (var field in there)
            if (!data.ContainsKey(field) && CardJson.Text(root[field]) is { } text)
                data[field] = text;
    }

    private void TextField(JsonObject data, string field)
    {
        if (!data.TryGetPropertyValue(field, out var value))
        {
            if (field != "nickname")
                data[field] = "";
            return;
        }
        switch (value?.GetValueKind())
        {
            case JsonValueKind.String:
                return;
            case null:
                Warn(CardDeviation.FieldIsNull, $"\"{field}\" is null instead of empty.");
                data[field] = "";
                return;
            case JsonValueKind.Number:
                Warn(
                    field == "character_version" ? CardDeviation.VersionIsNumber : CardDeviation.FieldOfWrongType,
                    $"\"{field}\" is a number instead of text."
                );
                data[field] = value.ToJsonString();
                return;
            default:
                Replace(data, field, "");
                return;
        }
    }

    private void TextList(JsonObject data, string field)
    {
        if (!data.TryGetPropertyValue(field, out var value))
        {
            if (field is "alternate_greetings" or "tags")
                data[field] = new JsonArray();
            return;
        }
        if (value is JsonArray list && list.All(item => CardJson.Text(item) is not null))
            return;
        if (CardJson.Text(value) is { } text)
        {
            Warn(CardDeviation.GreetingsAreText, $"\"{field}\" is one text instead of a list.");
            data[field] = text.Length == 0 ? [] : new JsonArray(text);
        }
        else if (value is null)
        {
            Warn(CardDeviation.FieldIsNull, $"\"{field}\" is null instead of an empty list.");
            data[field] = new JsonArray();
        }
        else
            Replace(data, field, new JsonArray([.. CardJson.Texts(value).Select(item => (JsonNode)item)]));
    }

    private void Book(JsonObject data)
    {
        if (root.TryGetPropertyValue("character_book", out var outside) && outside is null or JsonObject)
        {
            root.Remove("character_book");
            if (outside is JsonObject misplaced && data["character_book"] is not JsonObject)
            {
                Warn(CardDeviation.BookAtRoot, "The lorebook stands at the root instead of in \"data\".");
                data["character_book"] = misplaced;
            }
            else if (outside is JsonObject twin)
            {
                Warn(CardDeviation.LoreTwice, "The lorebook stands there twice; each entry counts once.");
                BookMending.Join((JsonObject)data["character_book"]!, twin);
            }
        }
        if (!data.TryGetPropertyValue("character_book", out var book))
            return;
        if (book is null)
        {
            Warn(CardDeviation.BookIsNull, "\"character_book\" is null instead of absent.");
            data.Remove("character_book");
        }
        else if (book is JsonObject lore)
            new BookMending(lore, warnings).Run();
        else
        {
            Keep(data, "character_book");
            data.Remove("character_book");
        }
    }

    /// <summary>The notice that a V3 card was written as V2 beside it is no note of the card's creator.</summary>
    private void Trim(JsonObject data)
    {
        if (
            CardJson.Text(data["creator_notes"]) is not { } notes
            || !notes.StartsWith(CardShapes.Notice, StringComparison.Ordinal)
        )
            return;
        Warn(CardDeviation.BackfilledV2, "This is the V2 copy of a V3 card.");
        data["creator_notes"] = notes[CardShapes.Notice.Length..].TrimStart('\n');
    }

    private void Replace(JsonObject data, string field, JsonNode instead)
    {
        Keep(data, field);
        data[field] = instead;
    }

    private void Keep(JsonObject data, string field)
    {
        Warn(CardDeviation.FieldOfWrongType, $"\"{field}\" has a shape it cannot have; it is kept unread.");
        var value = data[field];
        data.Remove(field);
        if (data["extensions"] is not JsonObject extensions)
            data["extensions"] = extensions = [];
        if (extensions[Kept] is not JsonObject kept)
            extensions[Kept] = kept = [];
        kept[field] = value;
    }

    private void Warn(CardDeviation kind, string detail) => warnings.Add(new(kind, detail));
}
