using System.Net;
using Atelier.Library.Cards;
using Atelier.Testing.Models;
using Microsoft.AspNetCore.Builder;

namespace Atelier.Library.Talk;

/// <summary>A studio with a chat model behind the wire.</summary>
public sealed class TalkingStudio : CharacterStudio, IAsyncLifetime
{
    internal FakeModelServer Provider { get; private set; } = null!;

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        Provider = await FakeModelServer.StartAsync();
        await InitializeAsync();
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeAsync();
        await Provider.DisposeAsync();
    }

    internal override void Adjust(WebApplicationBuilder builder)
    {
        base.Adjust(builder);
        builder.Configuration["Atelier:Generation:Chat:Endpoint"] = $"{Provider.Endpoint}";
        builder.Configuration["Atelier:Generation:Chat:Model"] = FakeModelServer.Model;
        builder.Configuration["Atelier:Generation:Chat:ApiKey"] = FakeModelServer.Key;
    }
}

/// <summary>Talk through a model: what it is told, what of its answers is believed, and what happens when it fails.</summary>
public sealed class ModelTalkTests(TalkingStudio studio) : IClassFixture<TalkingStudio>
{
    [Fact]
    public async Task The_model_is_told_who_it_is_and_what_it_may_know_and_its_citations_are_checked()
    {
        var person = await studio.RegisterAsync();
        var novel = await PlantedNovel.PlantAsync(studio, person);
        var marta = CharacterStudio.Id(await CharacterStudio.FromAsync(person, novel, PlantedNovel.Marta));
        var chat = await CharacterStudio.ChatAsync(person, marta, new { userName = "Ben", horizon = 2 });
        studio.Provider.Reply(
            FakeReply.Text(
                "He did: “taught me to bake bread” [1], and “the moon is made of bread” [1]. My brother sailed. [1] More. [42]"
            )
        );
        var heard = await person.SayAsync(chat, "Who taught you to bake bread, Marta?");

        var told = studio.Provider.Requests.Last(request =>
            request.Messages.Any(m => m.Text.Contains("bake bread, Marta", StringComparison.Ordinal))
        );
        var system = told.Messages[0].Text;
        Assert.Contains("You are Marta Keller, talking with Ben.", system, StringComparison.Ordinal);
        Assert.Contains("[1] chapter 2", system, StringComparison.Ordinal);
        Assert.Contains("no further than chapter 2", system, StringComparison.Ordinal);
        Assert.DoesNotContain("smuggler", system, StringComparison.Ordinal);
        var citations = heard.Where(one => one.Type == "citation").Select(one => one.Data).ToList();
        Assert.Equal([true, false, true, false], citations.Select(citation => (bool)citation["verified"]!));
        Assert.Equal("taught me to bake bread", novel.At((int)citations[0]["start"]!, (int)citations[0]["end"]!));
        Assert.Null(citations[3]["start"]);
        Assert.Contains(heard, one => one.Type == "usage");
        var kept = (await person.GetAsync($"chats/{chat}/messages/{heard.MessageId()}")).Expect(HttpStatusCode.OK);
        Assert.Equal(FakeModelServer.Model, (string?)kept["model"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task When_the_model_fails_the_book_answers_and_the_reader_is_told(bool inTheMiddle)
    {
        var person = await studio.RegisterAsync();
        var novel = await PlantedNovel.PlantAsync(studio, person);
        var marta = CharacterStudio.Id(await CharacterStudio.FromAsync(person, novel, PlantedNovel.Marta));
        var chat = await CharacterStudio.ChatAsync(person, marta);
        studio.Provider.Reply(
            inTheMiddle
                ? FakeReply.Unfinished("I remember that the lamp was out", 3)
                : FakeReply.Error(401, "invalid_api_key")
        );
        var heard = await person.SayAsync(chat, "Who taught you to bake bread?");
        Assert.StartsWith(inTheMiddle ? "I remember that\n\n“" : "“", heard.Text(), StringComparison.Ordinal);
        Assert.Contains("taught me to bake bread", heard.Text(), StringComparison.Ordinal);
        Assert.Single(heard, one => one.Type == "error");
        Assert.All(heard.Where(one => one.Type == "citation"), one => Assert.True((bool)one.Data["verified"]!));
        var kept = (await person.GetAsync($"chats/{chat}/messages/{heard.MessageId()}")).Expect(HttpStatusCode.OK);
        Assert.Equal(("done", "quotations"), ((string)kept["state"]!, (string)kept["model"]!));
        Assert.Contains("the character's own words from the book", (string)kept["note"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lore_and_instructions_of_the_card_go_where_they_say()
    {
        var person = await studio.RegisterAsync();
        var card = CardMaker.V3(data =>
        {
            data["system_prompt"] = "{{original}} Speak in rhyme.";
            data["post_history_instructions"] = "Be brief, {{char}}.";
            data["character_book"] = CardMaker.Book(
                CardMaker.Entry("den", "@@depth 1\n@@role user\nThe den is warm."),
                CardMaker.Entry("den", "@@position scenario\nIt snows."),
                CardMaker.Entry("owl", "Owls are near.")
            );
        });
        var imported = (await CharacterStudio.ImportAsync(person, CardMaker.Json(card))).Expect(HttpStatusCode.Created);
        var chat = await CharacterStudio.ChatAsync(person, CharacterStudio.Id(imported["character"]!));
        studio.Provider.Reply(FakeReply.Text("Warm and small, it holds us all."));
        var heard = await person.SayAsync(chat, "How is your den, number 4711?");
        Assert.Equal("Warm and small, it holds us all.", heard.Text());
        var told = studio.Provider.Requests.Last(request =>
            request.Messages.Any(m => m.Text.Contains("4711", StringComparison.Ordinal))
        );
        var words = told.Messages.Select(message => message.Text).ToList();
        Assert.EndsWith("Speak in rhyme.", words[0].Split("\n\n")[0], StringComparison.Ordinal);
        Assert.Contains("It snows.", words[0], StringComparison.Ordinal);
        Assert.DoesNotContain("Owls", string.Concat(words), StringComparison.Ordinal);
        Assert.Equal(["The den is warm.", "How is your den, number 4711?", "Be brief, Alda."], words.TakeLast(3));
    }
}
