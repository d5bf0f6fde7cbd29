using System.Net;
using System.Text.Json.Nodes;
using Atelier.Support;

namespace Atelier.Library.Talk;

/// <summary>Talk with no model: characters of books answer in their own words, with the place.</summary>
public sealed class QuotationTalkTests(CharacterStudio studio) : IClassFixture<CharacterStudio>
{
    [Fact]
    public async Task A_character_answers_with_what_it_says_in_the_book_and_where()
    {
        var (person, novel, chat) = await MartaAsync();
        var heard = await person.SayAsync(chat, "Who taught you to bake bread?");
        Assert.Equal(Enumerable.Range(1, heard.Count), heard.Select(one => one.Seq));
        Assert.Equal(("start", "done"), (heard[0].Type, heard[^1].Type));
        Assert.Contains("My brother taught me to bake bread", heard.Text(), StringComparison.Ordinal);
        var citation = heard.First(one => one.Type == "citation").Data;
        Assert.True((bool)citation["verified"]!);
        Assert.StartsWith(
            "“My brother taught me to bake bread",
            novel.At((int)citation["start"]!, (int)citation["end"]!),
            StringComparison.Ordinal
        );

        var kept = (await person.GetAsync($"chats/{chat}/messages/{heard.MessageId()}")).Expect(HttpStatusCode.OK);
        Assert.Equal(
            (heard.Text(), "done", "quotations"),
            ((string)kept["content"]!, (string)kept["state"]!, (string)kept["model"]!)
        );
        var at = (int)kept["citations"]![0]!["at"]!;
        Assert.Equal("[1]", ((string)kept["content"]!)[at..(at + 3)]);
    }

    [Fact]
    public async Task A_character_knows_nothing_behind_the_horizon()
    {
        var (person, _, chat) = await MartaAsync(horizon: 2);
        for (var i = 0; i < 4; i++)
        {
            var heard = await person.SayAsync(chat, "Was Bartholomew your brother, or the smuggler?");
            Assert.DoesNotContain("smuggler", heard.Text(), StringComparison.Ordinal);
            var passages = heard.Single(one => one.Type == "retrieval").Data["passages"]!.AsArray();
            Assert.All(passages, passage => Assert.True((int)passage!["chapter"]! <= 2));
        }
        var greeting = (await CharacterStudio.ItemsAsync(person, $"chats/{chat}/messages"))[^1]!;
        Assert.DoesNotContain("Bartholomew", (string)greeting["content"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_said_once_is_not_said_again_while_there_is_more()
    {
        var (person, _, chat) = await MartaAsync();
        var first = (await person.SayAsync(chat, "bread bread bread")).Text();
        Assert.NotEqual(first, (await person.SayAsync(chat, "bread bread bread")).Text());
    }

    [Fact]
    public async Task A_character_without_a_book_answers_with_lines_of_its_card_and_says_so()
    {
        var person = await studio.RegisterAsync();
        var chat = await CharacterStudio.ChatAsync(person);
        var heard = await person.SayAsync(chat, "What do you eat in the morning?");
        Assert.Equal("I eat berries in the morning.", heard.Text());
        Assert.Equal("card_lines", (string?)heard.Single(one => one.Type == "error").Data["code"]);
        var kept = (await person.GetAsync($"chats/{chat}/messages/{heard.MessageId()}")).Expect(HttpStatusCode.OK);
        Assert.Contains("comes from no book", (string)kept["note"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_is_asked_gets_an_answer_and_every_citation_resolves()
    {
        var (person, novel, chat) = await MartaAsync();
        foreach (
            var question in (string[])
                ["?", "'; drop table library.messages; --", "the of and", "🦊 [1] [99]", "Anton Marta Dunmore"]
        )
        {
            var heard = await person.SayAsync(chat, question);
            Assert.NotEqual("", heard.Text());
            foreach (var citation in heard.Where(one => one.Type == "citation"))
                Assert.Contains(
                    novel.At((int)citation.Data["start"]!, (int)citation.Data["end"]!).Trim('“', '”'),
                    heard.Text(),
                    StringComparison.Ordinal
                );
        }
    }

    private async Task<(Person Person, PlantedNovel Novel, Guid Chat)> MartaAsync(int? horizon = null)
    {
        var person = await studio.RegisterAsync();
        var novel = await PlantedNovel.PlantAsync(studio, person);
        var marta = CharacterStudio.Id(await CharacterStudio.FromAsync(person, novel, PlantedNovel.Marta));
        return (person, novel, await CharacterStudio.ChatAsync(person, marta, new { horizon }));
    }
}
