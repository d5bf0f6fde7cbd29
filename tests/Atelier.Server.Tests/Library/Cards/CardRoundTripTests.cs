using System.Globalization;
using System.Text.Json.Nodes;
using Atelier.Testing.Models;

namespace Atelier.Library.Cards;

public sealed class CardRoundTripTests
{
    private static readonly CardFile Thing = new("assets/x_thing/other/a.bin", new byte[] { 1, 2, 3 });

    [Fact]
    public void A_thousand_cards_of_all_kinds_keep_every_key_through_every_container_and_generation()
    {
        var lost = new List<string>();
        for (var number = 0UL; number < 1_000; number++)
        {
            var made = CardMaker.Fuzzed(number);
            var first = Read(In(number, made));
            lost.AddRange(Lost(Expected(made), first.Card.Root, $"{number} read"));
            foreach (var (format, spec) in Ways(number))
            {
                var again = Read(CardWriter.Write(first.Card, format, spec, first.Files, PlainPng.OfSize(2, 2)));
                lost.AddRange(Lost(Told(first.Card.Root), again.Card.Root, $"{number} {format} {spec}"));
            }
        }
        Assert.Empty(lost.Take(10));
    }

    [Theory]
    [InlineData(CardFormat.Json)]
    [InlineData(CardFormat.Png)]
    [InlineData(CardFormat.Charx)]
    public void Files_and_the_picture_of_a_card_come_back(CardFormat format)
    {
        var card = CardMaker.V3(data =>
            data["assets"] = new JsonArray(
                new JsonObject
                {
                    ["type"] = "x_thing",
                    ["uri"] = "embeded://" + Thing.Path,
                    ["name"] = "a",
                    ["ext"] = "bin",
                }
            )
        );
        var first = Read(CardMaker.Zip(("card.json", CardMaker.Json(card)), (Thing.Path, Thing.Content.ToArray())));
        var picture = PlainPng.OfSize(3, 3);
        var again = Read(CardWriter.Write(first.Card, format, CardSpec.V3, first.Files, picture));
        Assert.Equal(picture, again.Picture!.Value.ToArray());
        var charx = Read(CardWriter.Write(again.Card, CardFormat.Charx, CardSpec.V3, again.Files, picture));
        if (format is CardFormat.Charx)
            Assert.Equal(
                Thing.Content.ToArray(),
                charx.Files.Single(file => file.Path == Thing.Path).Content.ToArray()
            );
        else
            Assert.Contains("base64,AQID", charx.Card.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_keeps_its_pixels_and_holds_one_card_only()
    {
        var old = CardMaker.Png(("chara", "bm90aGluZw=="), ("Title", "kept"), ("ccv3", "bm90aGluZw=="));
        var card = Read(CardMaker.Json(CardMaker.V3())).Card;
        var written = CardWriter.Write(card, CardFormat.Png, CardSpec.V3, [], old);
        var chunks = Containers.PngFile.Read(written);
        Assert.Equal(["Title", "chara", "ccv3"], chunks.Select(chunk => chunk.Words()?.Keyword).OfType<string>());
        Assert.DoesNotContain(chunks, chunk => chunk.Damaged);
        Assert.Equal("IEND", chunks[^1].Type);
        Assert.Equal(
            Containers.PngFile.Read(old).Where(chunk => chunk.Type == "IDAT").Select(chunk => chunk.Data.ToArray()),
            chunks.Where(chunk => chunk.Type == "IDAT").Select(chunk => chunk.Data.ToArray())
        );
    }

    [Fact]
    public void Older_tools_find_a_reduced_copy_beside_a_V3_card()
    {
        var card = Read(
            CardMaker.Json(
                CardMaker.V3(data =>
                {
                    data["creator_notes"] = "Mine.";
                    data["character_book"] = CardMaker.Book(CardMaker.Entry("fox", "@@depth 4\nFoxes."));
                })
            )
        ).Card;
        var written = CardWriter.Write(card, CardFormat.Png, CardSpec.V3, [], PlainPng.OfSize(2, 2));
        var backfill = Containers
            .PngFile.Read(written)
            .Single(chunk => chunk.Words()?.Keyword == "chara")
            .Words()!
            .Value.Text;
        var copy = JsonNode.Parse(Convert.FromBase64String(System.Text.Encoding.ASCII.GetString(backfill.Span)))!;
        Assert.Equal("chara_card_v2", (string?)copy["spec"]);
        Assert.StartsWith(CardShapes.Notice, (string?)copy["data"]!["creator_notes"], StringComparison.Ordinal);
        Assert.Equal("Foxes.", (string?)copy["data"]!["character_book"]!["entries"]![0]!["content"]);
        var read = Read(CardMaker.Json(copy));
        Assert.Equal("Mine.", read.Card["creator_notes"]);
        Assert.Contains(read.Warnings, warning => warning.Kind == CardDeviation.BackfilledV2);
        Assert.Equal("@@depth 4\nFoxes.", (string?)read.Card.Book!["entries"]![0]!["content"]);
    }

    [Fact]
    public void A_V1_card_has_six_texts_at_its_root_that_any_tool_reads()
    {
        var card = Read(CardMaker.Json(CardMaker.V3())).Card;
        var written = JsonNode.Parse(CardWriter.Write(card, CardFormat.Json, CardSpec.V1, [], null))!.AsObject();
        Assert.All(CharacterCard.V1Fields, field => Assert.Equal(card[field], (string?)written[field]));
        Assert.False(written.ContainsKey("spec"));
        Assert.False(written.ContainsKey("data"));
    }

    private static byte[] In(ulong number, JsonObject card)
    {
        var keyword = card.ContainsKey("data")
            ? (string?)card["spec"] == "chara_card_v3"
                ? "ccv3"
                : "chara"
            : "chara";
        var json = CardMaker.Json(card);
        return (number % 4) switch
        {
            0 => json,
            1 => CardMaker.Png(card, keyword),
            2 => CardMaker.Zip(("card.json", json), (Thing.Path, Thing.Content.ToArray())),
            _ => [.. CardMaker.Jpeg(), .. CardMaker.Zip(("card.json", json), (Thing.Path, Thing.Content.ToArray()))],
        };
    }

    /// <summary>Each card goes two of the nine ways, and every way is gone by hundreds.</summary>
    private static IEnumerable<(CardFormat, CardSpec)> Ways(ulong number)
    {
        foreach (var way in new[] { number % 9, (number / 9) % 9 })
            yield return ((CardFormat)(way % 3), (CardSpec)(way / 3));
    }

    private static JsonObject Expected(JsonObject made)
    {
        var copy = (JsonObject)made.DeepClone();
        if (!copy.ContainsKey("data"))
        {
            var data = new JsonObject();
            foreach (var field in CharacterCard.V1Fields)
            {
                data[field] = copy[field]!.DeepClone();
                copy.Remove(field);
            }
            copy["data"] = data;
        }
        return Told(copy);
    }

    /// <summary>What a card calls itself changes with its generation, and where its files are with its container.</summary>
    private static JsonObject Told(JsonObject root)
    {
        var copy = (JsonObject)root.DeepClone();
        copy.Remove("spec");
        copy.Remove("spec_version");
        foreach (var asset in copy["data"]!["assets"] as JsonArray ?? [])
            asset!.AsObject().Remove("uri");
        return copy;
    }

    private static IEnumerable<string> Lost(JsonNode? expected, JsonNode? found, string path)
    {
        if (expected is JsonObject keys && found is JsonObject those)
            return keys.SelectMany(key =>
                those.TryGetPropertyValue(key.Key, out var value)
                    ? Lost(key.Value, value, $"{path}/{key.Key}")
                    : [$"{path}/{key.Key} is gone"]
            );
        if (
            expected is JsonArray list
            && found is JsonArray others
            && path.EndsWith("/assets", StringComparison.Ordinal)
        )
            return list.SelectMany(
                (item, i) =>
                    Lost(
                        item,
                        others[others.Count - list.Count + i],
                        path + "/" + i.ToString(CultureInfo.InvariantCulture)
                    )
            );
        if (expected is JsonArray items && found is JsonArray same && items.Count == same.Count)
            return items.SelectMany(
                (item, i) => Lost(item, same[i], path + "/" + i.ToString(CultureInfo.InvariantCulture))
            );
        return JsonNode.DeepEquals(expected, found) ? [] : [$"{path} changed"];
    }

    private static CardReading Read(byte[] file)
    {
        var (reading, refusal) = CardReader.Read(file);
        Assert.Null(refusal);
        return reading!;
    }
}
