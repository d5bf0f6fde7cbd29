using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Atelier.Drawing;
using Atelier.Library.Cards.Containers;
using Atelier.Testing.Models;

namespace Atelier.Library.Cards;

/// <summary>Cards as other tools write them, made up from a seed, with keys nobody knows wherever a key may stand.</summary>
internal static class CardMaker
{
    private static readonly string[] Words =
    [
        "Alda",
        "fox",
        "møøse",
        "雨",
        "\"quoted\"",
        "line\nline",
        "<b>",
        "{{char}}",
        "🦊",
        " ",
    ];

    public static JsonObject V1(string name = "Alda") =>
        new()
        {
            ["name"] = name,
            ["description"] = "A fox.",
            ["personality"] = "Quick.",
            ["scenario"] = "A wood.",
            ["first_mes"] = "Hello, {{user}}!",
            ["mes_example"] = "<START>\n{{char}}: Yes.",
        };

    public static JsonObject V2(Action<JsonObject>? change = null)
    {
        var data = V1();
        data["creator_notes"] = "";
        data["system_prompt"] = "";
        data["post_history_instructions"] = "";
        data["alternate_greetings"] = new JsonArray("Hi.");
        data["tags"] = new JsonArray("fox");
        data["creator"] = "somebody";
        data["character_version"] = "1";
        data["extensions"] = new JsonObject { ["tool/x"] = new JsonObject { ["a"] = 1 } };
        change?.Invoke(data);
        return new()
        {
            ["spec"] = "chara_card_v2",
            ["spec_version"] = "2.0",
            ["data"] = data,
        };
    }

    public static JsonObject V3(Action<JsonObject>? change = null)
    {
        var card = V2(data =>
        {
            data["group_only_greetings"] = new JsonArray();
            change?.Invoke(data);
        });
        (card["spec"], card["spec_version"]) = ("chara_card_v3", "3.0");
        return card;
    }

    public static JsonObject Book(params JsonNode?[] entries) =>
        new() { ["extensions"] = new JsonObject(), ["entries"] = new JsonArray(entries) };

    public static JsonObject Entry(string key, string content) =>
        new()
        {
            ["keys"] = new JsonArray(key),
            ["content"] = content,
            ["extensions"] = new JsonObject(),
            ["enabled"] = true,
            ["insertion_order"] = 10,
            ["use_regex"] = false,
        };

    public static byte[] Json(JsonNode card) => Encoding.UTF8.GetBytes(card.ToJsonString());

    public static byte[] Png(JsonNode card, string keyword = "ccv3") => Png((keyword, Base64(Json(card))));

    public static byte[] Png(params (string Keyword, string Text)[] texts)
    {
        var chunks = PngFile.Read(PlainPng.OfSize(4, 4)).ToList();
        chunks.InsertRange(1, texts.Select(text => PngFile.Text(text.Keyword, Encoding.Latin1.GetBytes(text.Text))));
        return PngFile.Write(chunks);
    }

    public static string Base64(byte[] bytes) => Convert.ToBase64String(bytes);

    public static byte[] Zip(params (string Path, byte[] Content)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (path, content) in files)
            {
                using var stream = zip.CreateEntry(path).Open();
                stream.Write(content);
            }
        return bytes.ToArray();
    }

    /// <summary>A JPEG header of 8 by 8 pixels: enough to be told as one.</summary>
    public static byte[] Jpeg() =>
        [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC0, 0, 11, 8, 0, 8, 0, 8, 1, 1, 0x11, 0, 0xFF, 0xD9];

    /// <summary>A card of any generation with odd keys and values at every depth.</summary>
    public static JsonObject Fuzzed(ulong number)
    {
        var seed = new Seed(number).For("card");
        var card = seed.Below(3) switch
        {
            0 => V1("Name " + number),
            1 => V2(data => Fill(data, ref seed)),
            _ => V3(data => Fill(data, ref seed)),
        };
        Sprinkle(card, ref seed, 3);
        return card;
    }

    private static void Fill(JsonObject data, ref Seed seed)
    {
        foreach (var field in CharacterCard.V1Fields.Skip(1))
            data[field] = Text(ref seed);
        if (seed.Chance(0.3))
            data["nickname"] = Text(ref seed);
        if (seed.Chance(0.3))
            data["creation_date"] = 1_700_000_000.5;
        if (seed.Chance(0.7))
        {
            var entries = new JsonArray();
            for (var i = seed.Below(4); i >= 0; i--)
            {
                var entry = Entry(
                    "key" + i,
                    (seed.Chance(0.5) ? $"@@depth {i}\n@@unknown\n@@@role user\n" : "") + Text(ref seed)
                );
                entry["id"] = seed.Chance(0.5) ? i : "id-" + i;
                Sprinkle(entry, ref seed, 2);
                entries.Add(entry);
            }
            var book = new JsonObject { ["extensions"] = new JsonObject(), ["entries"] = entries };
            Sprinkle(book, ref seed, 2);
            data["character_book"] = book;
        }
        if (seed.Chance(0.4))
            data["assets"] = new JsonArray(
                new JsonObject
                {
                    ["type"] = "x_thing",
                    ["uri"] = "embeded://assets/x_thing/other/a.bin",
                    ["name"] = "a",
                    ["ext"] = "bin",
                    ["odd"] = Value(ref seed, 2),
                }
            );
        Sprinkle(data["extensions"]!.AsObject(), ref seed, 3);
        Sprinkle(data, ref seed, 3);
    }

    private static void Sprinkle(JsonObject into, ref Seed seed, int depth)
    {
        for (var i = seed.Below(4); i >= 0; i--)
            into[$"x{seed.Below(1000)} {Text(ref seed)}"] = Value(ref seed, depth);
    }

    private static JsonNode? Value(ref Seed seed, int depth)
    {
        switch (seed.Below(depth > 0 ? 8 : 6))
        {
            case 0:
                return null;
            case 1:
                return seed.Chance(0.5);
            case 2:
                return seed.Between(-1e9, 1e9);
            case 3:
                return JsonNode.Parse("12345678901234567890.000");
            case 4:
                return "";
            case 5:
                return Text(ref seed);
            case 6:
                var list = new JsonArray();
                for (var i = seed.Below(3); i >= 0; i--)
                    list.Add(Value(ref seed, depth - 1));
                return list;
            default:
                var made = new JsonObject();
                Sprinkle(made, ref seed, depth - 1);
                return made;
        }
    }

    private static string Text(ref Seed seed)
    {
        var text = new StringBuilder();
        for (var i = seed.Below(5); i >= 0; i--)
            text.Append(seed.Pick(Words)).Append(' ');
        return text.ToString();
    }
}
