using System.Net;
using System.Text.Json.Nodes;
using Atelier.Library.Cards;
using Atelier.Support;
using Atelier.Testing.Models;

namespace Atelier.Library.Characters;

public sealed class CharacterTests(CharacterStudio studio) : IClassFixture<CharacterStudio>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_character_is_kept_changed_and_deleted()
    {
        var person = await studio.RegisterAsync();
        var id = await CharacterStudio.CreateAsync(person);
        var seen = (await person.GetAsync($"characters/{id}")).Expect(HttpStatusCode.OK);
        Assert.Equal(("Alda", 1), ((string)seen["name"]!, (int)seen["version"]!));

        var changed = await person.PatchAsync($"characters/{id}", new { personality = "Quick.", version = 1 });
        Assert.Equal("Quick.", (string?)changed.Expect(HttpStatusCode.OK)["personality"]);
        (await person.PatchAsync($"characters/{id}", new { personality = "Slow.", version = 1 })).ExpectProblem(
            HttpStatusCode.Conflict,
            "character_changed"
        );
        Assert.Single(await CharacterStudio.ItemsAsync(person, "characters"));

        Assert.Equal(HttpStatusCode.NoContent, (await person.DeleteAsync($"characters/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await person.GetAsync($"characters/{id}")).Status);
    }

    [Theory]
    [InlineData("""{"name":""}""", "name")]
    [InlineData("""{"name":"  "}""", "name")]
    [InlineData(
        """{"name":"A","lorebook":{"recursiveScanning":false,"entries":[{"id":"a","keys":[],"content":"","position":"above"}]}}""",
        "lorebook.entries[0].position"
    )]
    public async Task What_is_no_character_is_refused(string body, string field)
    {
        var person = await studio.RegisterAsync();
        var problem = (await person.PostAsync("characters", JsonNode.Parse(body)!)).ExpectProblem(
            HttpStatusCode.BadRequest,
            "invalid"
        );
        Assert.True(problem.ContainsKey(field), problem.ToJsonString());
    }

    [Fact]
    public async Task A_card_comes_in_is_edited_and_goes_out_with_all_it_came_with()
    {
        var person = await studio.RegisterAsync();
        var card = CardMaker.V2(data =>
        {
            data["secret"] = new JsonObject { ["of"] = "another tool" };
            var entry = CardMaker.Entry("fox", "Foxes.");
            (entry["id"], entry["theirs"]) = (7, true);
            data["character_book"] = CardMaker.Book(entry);
        });
        var imported = (await CharacterStudio.ImportAsync(person, CardMaker.Png(card, "Chara"))).Expect(
            HttpStatusCode.Created
        );
        Assert.Equal(("v2", "png"), ((string)imported["spec"]!, (string)imported["container"]!));
        Assert.Equal("keywordCase", (string?)imported["warnings"]![0]!["kind"]);
        var id = CharacterStudio.Id(imported["character"]!);
        var book = imported["character"]!["lorebook"]!;
        book["entries"]![0]!["content"] = "Red foxes.";
        (await person.PatchAsync($"characters/{id}", new { lorebook = book })).Expect(HttpStatusCode.OK);

        foreach (var format in (string[])["json", "png", "charx"])
        {
            var out_ = await SaveAsync(person, $"characters/{id}/export?format={format}&spec=v2");
            var (reading, refusal) = CardReader.Read(out_);
            Assert.Null(refusal);
            Assert.Equal("another tool", (string?)reading!.Card.Data["secret"]!["of"]);
            var entry = reading.Card.Book!["entries"]![0]!;
            Assert.Equal(
                ("Red foxes.", true, 7),
                ((string)entry["content"]!, (bool)entry["theirs"]!, (int)entry["id"]!)
            );
        }
        Assert.Equal(HttpStatusCode.BadRequest, (await person.GetAsync($"characters/{id}/export?format=gif")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await person.GetAsync($"characters/{id}/export?spec=9")).Status);
    }

    [Fact]
    public async Task A_hostile_card_leaves_nothing_behind()
    {
        var person = await studio.RegisterAsync();
        var bomb = CardMaker.Zip(("card.json", CardMaker.Json(CardMaker.V3())), ("a.bin", new byte[12 << 20]));
        (await CharacterStudio.ImportAsync(person, bomb)).ExpectProblem(
            HttpStatusCode.UnprocessableEntity,
            "card_bomb"
        );
        (await CharacterStudio.ImportAsync(person, PlainPng.OfSize(2, 2))).ExpectProblem(
            HttpStatusCode.UnprocessableEntity,
            "no_character_data"
        );
        Assert.Empty(await CharacterStudio.ItemsAsync(person, "characters"));
    }

    [Fact]
    public async Task A_picture_is_told_by_its_bytes_and_a_drawn_one_comes_from_the_studio()
    {
        var person = await studio.RegisterAsync();
        var id = await CharacterStudio.CreateAsync(person);
        Assert.Equal(HttpStatusCode.NotFound, (await person.GetAsync($"characters/{id}/avatar")).Status);
        (await PutAsync(person, id, "<svg/>"u8.ToArray(), "image/png")).ExpectProblem(
            HttpStatusCode.UnprocessableEntity,
            "picture_unusable"
        );
        (await PutAsync(person, id, PlainPng.OfSize(9, 9), "image/jpeg")).Expect(HttpStatusCode.OK);
        Assert.Equal("image/png", (await person.GetAsync($"characters/{id}/avatar")).MediaType);

        (await person.PostAsync($"characters/{id}/avatar/draw", new { noun = "fox" })).Expect(HttpStatusCode.OK);
        var drawn = await SaveAsync(person, $"characters/{id}/avatar");
        Assert.True(drawn.Length > 2_000);
    }

    [Fact]
    public async Task A_copy_has_the_card_the_picture_and_a_name_of_its_own()
    {
        var person = await studio.RegisterAsync();
        var id = await CharacterStudio.CreateAsync(person);
        await PutAsync(person, id, PlainPng.OfSize(9, 9), "image/png");
        var copy = (await person.PostAsync($"characters/{id}/duplicate")).Expect(HttpStatusCode.Created);
        Assert.Equal(("Alda (copy)", "A fox."), ((string)copy["name"]!, (string)copy["description"]!));
        Assert.NotNull(copy["avatar"]);
    }

    private static Task<Answer> PutAsync(Person person, Guid id, byte[] picture, string type) =>
        person.SendAsync(HttpMethod.Put, $"characters/{id}/avatar", CharacterStudio.Bytes(picture, type));

    private static async Task<byte[]> SaveAsync(Person person, string path)
    {
        using var answer = await person.Http.GetAsync(new Uri($"/api/v1/{path}", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync(Cancel);
    }
}
