using System.Net;
using System.Text.Json.Nodes;
using Atelier.Support;

namespace Atelier.Library.Talk;

/// <summary>A chat is a tree: nothing is deleted, and what is shown is one way through it.</summary>
public sealed class ChatTreeTests(CharacterStudio studio) : IClassFixture<CharacterStudio>
{
    [Fact]
    public async Task Answers_and_questions_have_versions_and_every_way_can_be_shown_again()
    {
        var person = await studio.RegisterAsync();
        var chat = await CharacterStudio.ChatAsync(person);
        var first = (await person.SayAsync(chat, "Berries?")).MessageId();
        var again = (await person.HearAsync(HttpMethod.Post, $"chats/{chat}/messages/{first}/regenerate")).MessageId();
        var way = await WayAsync(person, chat);
        Assert.Equal(again, CharacterStudio.Id(way[0]!));
        Assert.Equal((2, 2), ((int)way[0]!["number"]!, way[0]!["versions"]!.AsArray().Count));

        var question = CharacterStudio.Id(way[1]!);
        var revised = (
            await person.PostAsync($"chats/{chat}/messages/{question}/versions", new { content = "The moon?" })
        ).Expect(HttpStatusCode.Created);
        await person.HearAsync(HttpMethod.Get, $"chats/{chat}/messages/{revised["answerId"]}/stream");
        way = await WayAsync(person, chat);
        Assert.Equal(["The moon is late.", "The moon?", "Hello, You."], way.Select(m => (string)m!["content"]!));

        var choice = await person.SendAsync(HttpMethod.Put, $"chats/{chat}/path", new { messageId = first });
        Assert.Equal(HttpStatusCode.NoContent, choice.Status);
        way = await WayAsync(person, chat);
        Assert.Equal([first, question], way.Take(2).Select(m => CharacterStudio.Id(m!)));

        var edited = (
            await person.PostAsync($"chats/{chat}/messages/{first}/versions", new { content = "Say this." })
        ).Expect(HttpStatusCode.Created);
        Assert.Null(edited["answerId"]);
        Assert.Equal("Say this.", (string?)(await WayAsync(person, chat))[0]!["content"]);

        var tree = (await person.GetAsync($"chats/{chat}/tree")).Expect(HttpStatusCode.OK)["messages"]!.AsArray();
        Assert.Equal(7, tree.Count);
        var whole = (await person.GetAsync($"chats/{chat}/export")).Expect(HttpStatusCode.OK)["messages"]!.AsArray();
        Assert.Equal(7, whole.Count);
    }

    [Fact]
    public async Task The_same_message_sent_twice_is_said_once()
    {
        var person = await studio.RegisterAsync();
        var chat = await CharacterStudio.ChatAsync(person);
        var body = new { messageId = Guid.CreateVersion7(studio.Clock.GetUtcNow()), content = "Berries?" };
        var first = await person.HearAsync(HttpMethod.Post, $"chats/{chat}/messages", body);
        var again = await person.HearAsync(HttpMethod.Post, $"chats/{chat}/messages", body);
        Assert.Equal(first.Select(one => one.Data.ToJsonString()), again.Select(one => one.Data.ToJsonString()));
        Assert.Equal(3, (await WayAsync(person, chat)).Count);
    }

    [Fact]
    public async Task A_message_of_another_chat_is_not_found_here()
    {
        var person = await studio.RegisterAsync();
        var (one, other) = (await CharacterStudio.ChatAsync(person), await CharacterStudio.ChatAsync(person));
        var message = CharacterStudio.Id((await WayAsync(person, one))[0]!);
        Assert.Equal(HttpStatusCode.NotFound, (await person.GetAsync($"chats/{other}/messages/{message}")).Status);
        (await person.PostAsync($"chats/{other}/messages", new { content = "a", parentId = message })).ExpectProblem(
            HttpStatusCode.NotFound,
            "message_not_found"
        );
        (await person.GetAsync($"chats/{one}/messages/{message}/stream")).Expect(HttpStatusCode.OK);
        (await person.PostAsync($"chats/{one}/messages/{message}/regenerate")).ExpectProblem(
            HttpStatusCode.Conflict,
            "message_is_greeting"
        );
    }

    [Fact]
    public async Task Ten_thousand_messages_are_shown_page_by_page_and_deleted_together()
    {
        var person = await studio.RegisterAsync();
        var chat = await CharacterStudio.ChatAsync(person);
        await using var grow = studio.Database.CreateCommand(
            """
            with ids as (select i, ('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid as id from generate_series(1, 10000) i),
            made as (
                insert into library.messages (id, chat_id, parent_id, active_child, role, state, content, created_at)
                select a.id, $1, b.id, c.id, 'user', 'done', 'Message ' || a.i, now()
                from ids a left join ids b on b.i = a.i - 1 left join ids c on c.i = a.i + 1)
            update library.chats set active_child = '00000000-0000-7000-8000-000000000001' where id = $1
            """
        );
        grow.Parameters.Add(new() { Value = chat });
        await grow.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        var page = (await person.GetAsync($"chats/{chat}/messages?limit=100")).Expect(HttpStatusCode.OK);
        Assert.Equal("Message 10000", (string?)page["items"]![0]!["content"]);
        var next = (await person.GetAsync($"chats/{chat}/messages?limit=100&cursor={page["nextCursor"]}")).Expect(
            HttpStatusCode.OK
        );
        Assert.Equal("Message 9900", (string?)next["items"]![0]!["content"]);
        Assert.Equal(HttpStatusCode.NoContent, (await person.DeleteAsync($"chats/{chat}")).Status);
    }

    private static Task<JsonArray> WayAsync(Person person, Guid chat) =>
        CharacterStudio.ItemsAsync(person, $"chats/{chat}/messages");
}
