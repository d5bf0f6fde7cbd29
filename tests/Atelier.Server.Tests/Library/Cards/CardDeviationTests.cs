using System.Text;
using System.Text.Json.Nodes;
using static Atelier.Library.Cards.CardMaker;

namespace Atelier.Library.Cards;

/// <summary>What tools in the wild write otherwise than the specifications say: read, and told.</summary>
public sealed class CardDeviationTests
{
    [Fact]
    public void A_book_that_is_null_is_no_book() =>
        Assert.Null(Odd(V2(data => data["character_book"] = null), CardDeviation.BookIsNull).Book);

    [Fact]
    public void A_greeting_that_is_text_is_a_list_of_one() =>
        Assert.Equal(
            ["Hello."],
            Odd(V2(data => data["alternate_greetings"] = "Hello."), CardDeviation.GreetingsAreText).AlternateGreetings
        );

    [Fact]
    public void A_version_that_is_a_number_is_text() =>
        Assert.Equal(
            "1.50",
            Odd(V2(data => data["character_version"] = JsonNode.Parse("1.50")), CardDeviation.VersionIsNumber)[
                "character_version"
            ]
        );

    [Fact]
    public void A_book_without_extensions_gets_some() =>
        Assert.IsType<JsonObject>(
            Odd(
                V2(data => data["character_book"] = new JsonObject { ["entries"] = new JsonArray() }),
                CardDeviation.BookWithoutExtensions
            ).Book!["extensions"]
        );

    [Fact]
    public void A_card_with_the_fields_of_V1_at_its_root_is_still_what_it_says()
    {
        var card = V2();
        foreach (var (field, value) in V1("Somebody else"))
            card[field] = value!.DeepClone();
        Assert.Equal("Alda", Odd(card, CardDeviation.FieldsTwice).Name);
    }

    [Fact]
    public void A_V2_card_under_a_new_name_is_completed()
    {
        var card = V2();
        (card["spec"], card["spec_version"]) = ("chara_card_v3", "3.0");
        Assert.True(Odd(card, CardDeviation.RelabelledV2).Data.ContainsKey("group_only_greetings"));
    }

    [Fact]
    public void A_keyword_in_another_case_is_found() =>
        Assert.Equal("Alda", Odd(Png(V2(), "Chara"), CardDeviation.KeywordCase).Name);

    [Theory]
    [InlineData("chara-ext-asset_:a.png", CardDeviation.OldAssetChunk)]
    [InlineData("chara-ext-asset_a.png", CardDeviation.AssetChunkWithoutColon)]
    public void Files_in_chunks_of_the_picture_are_read(string keyword, CardDeviation deviation)
    {
        var card = V3(data =>
            data["assets"] = new JsonArray(
                new JsonObject
                {
                    ["type"] = "icon",
                    ["uri"] = "__asset:a.png",
                    ["name"] = "main",
                    ["ext"] = "png",
                }
            )
        );
        var reading = Read(Png(("ccv3", Base64(Json(card))), (keyword, Base64([1, 2, 3]))));
        Assert.Contains(reading.Warnings, warning => warning.Kind == deviation);
        Assert.Equal([1, 2, 3], Assert.Single(reading.Files).Content.ToArray());
        Assert.Equal("embeded://a.png", (string?)reading.Card.Assets.Single()["uri"]);
    }

    [Fact]
    public void A_card_behind_a_JPEG_is_found_from_the_end()
    {
        var reading = Read([.. Jpeg(), .. Zip(("card.json", Json(V3())))]);
        Assert.Equal(CardContainer.Jpeg, reading.Container);
        Assert.Contains(reading.Warnings, warning => warning.Kind == CardDeviation.BehindPicture);
        Assert.Equal(Jpeg(), reading.Picture!.Value.ToArray());
    }

    [Fact]
    public void A_book_at_the_root_is_taken_in()
    {
        var card = V2();
        card["character_book"] = Book(Entry("fox", "Foxes."));
        Assert.Single((JsonArray)Odd(card, CardDeviation.BookAtRoot).Book!["entries"]!);
    }

    [Fact]
    public void Lore_that_stands_there_twice_counts_once()
    {
        var card = V2(data => data["character_book"] = Book(Entry("fox", "Foxes."), Entry("fox", "Foxes.")));
        card["character_book"] = Book(Entry("fox", "Foxes."), Entry("owl", "Owls."));
        Assert.Equal(2, ((JsonArray)Odd(card, CardDeviation.LoreTwice).Book!["entries"]!).Count);
    }

    [Fact]
    public void Lore_that_does_not_say_it_is_on_is_on()
    {
        var entry = Entry("fox", "Foxes.");
        entry.Remove("enabled");
        var book = Odd(V2(data => data["character_book"] = Book(entry)), CardDeviation.LoreWithoutSwitch).Book!;
        Assert.True((bool)book["entries"]![0]!["enabled"]!);
    }

    [Fact]
    public void Lore_as_SillyTavern_keeps_it_for_itself_is_understood()
    {
        var native = new JsonObject
        {
            ["uid"] = 7,
            ["key"] = new JsonArray("fox"),
            ["keysecondary"] = new JsonArray(),
            ["content"] = "Foxes.",
            ["order"] = 3,
            ["disable"] = false,
        };
        var card = V2(data =>
            data["character_book"] = new JsonObject { ["entries"] = new JsonObject { ["0"] = native } }
        );
        var entry = Odd(card, CardDeviation.LoreIsObject).Book!["entries"]![0]!;
        Assert.Equal("fox", (string?)entry["keys"]![0]);
        Assert.Equal(3, (int)entry["insertion_order"]!);
    }

    [Fact]
    public void A_newer_card_is_read_and_stays_newer()
    {
        var card = V3();
        card["spec_version"] = "3.1";
        Assert.Equal("3.1", (string?)Odd(card, CardDeviation.NewerSpec).Root["spec_version"]);
    }

    [Fact]
    public void A_card_that_is_not_encoded_is_read() =>
        Assert.Equal("Alda", Odd(Png(("chara", V2().ToJsonString())), CardDeviation.NotEncoded).Name);

    [Fact]
    public void Files_on_other_servers_are_told_and_left_alone()
    {
        var card = V3(data =>
            data["assets"] = new JsonArray(
                new JsonObject
                {
                    ["type"] = "icon",
                    ["uri"] = "https://127.0.0.1/a.png",
                    ["name"] = "main",
                    ["ext"] = "png",
                }
            )
        );
        Assert.Equal("https://127.0.0.1/a.png", (string?)Odd(card, CardDeviation.RemoteAsset).Assets.Single()["uri"]);
    }

    [Fact]
    public void A_key_that_stands_there_twice_counts_the_second_time()
    {
        var text = V2()
            .ToJsonString()
            .Replace("\"tags\"", "\"description\":\"Later.\",\"tags\"", StringComparison.Ordinal);
        Assert.Equal("Later.", Odd(Encoding.UTF8.GetBytes(text), CardDeviation.DuplicateKey).Description);
    }

    [Fact]
    public void What_has_a_shape_it_cannot_have_is_kept_aside()
    {
        var card = Odd(
            V2(data =>
            {
                data["description"] = new JsonArray(1);
                data["extensions"] = "odd";
                data["tags"] = 5;
                data["scenario"] = null;
            }),
            CardDeviation.FieldOfWrongType
        );
        var kept = card.Extensions[CardMending.Kept]!;
        Assert.Equal("odd", (string?)kept["extensions"]);
        Assert.Equal(5, (int)kept["tags"]!);
        Assert.Equal(1, (int)kept["description"]![0]!);
        Assert.Equal("", card.Scenario);
    }

    [Fact]
    public void A_card_as_it_should_be_is_read_without_a_warning()
    {
        Assert.Empty(Read(Json(V1())).Warnings);
        Assert.Empty(Read(Json(V2())).Warnings);
        Assert.Empty(Read(Json(V3())).Warnings);
        Assert.Empty(Read(Png(V3())).Warnings);
        Assert.Empty(Read(Zip(("card.json", Json(V3())))).Warnings);
    }

    private static CharacterCard Odd(JsonObject card, CardDeviation deviation) => Odd(Json(card), deviation);

    private static CharacterCard Odd(byte[] file, CardDeviation deviation)
    {
        var reading = Read(file);
        Assert.Contains(reading.Warnings, warning => warning.Kind == deviation);
        return reading.Card;
    }

    private static CardReading Read(byte[] file)
    {
        var (reading, refusal) = CardReader.Read(file);
        Assert.Null(refusal);
        return reading!;
    }
}
