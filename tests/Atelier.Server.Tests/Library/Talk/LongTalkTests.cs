using System.Diagnostics;
using System.Net;
using Atelier.Support;

namespace Atelier.Library.Talk;

/// <summary>A talk of ten thousand messages. How long things took is told, not demanded: <c>--show-live-output on</c> shows it.</summary>
public sealed class LongTalkTests(ScriptedStudio studio) : IClassFixture<ScriptedStudio>
{
    private const int Messages = 10_000;
    private const int Stops = 5;

    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(20); // of a model's words

    // Every tenth message has another beside it, which nobody went on from.
    private const string Talk = """
        with n as (select n, left($1::text, 24) as start from generate_series(1, $2) as n)
        insert into library.messages (id, chat_id, parent_id, active_child, role, state, content, created_at, finished_at)
        select (start || lpad(to_hex(n), 12, '0'))::uuid, $1,
            case when n = 1 then null
                 else (start || lpad(to_hex(case when n % 10 = 1 then n - 2 else n - 1 end), 12, '0'))::uuid end,
            case when n % 10 = 0 or n + 1 > $2 then null
                 when n % 10 = 9 and n + 2 > $2 then null
                 else (start || lpad(to_hex(case when n % 10 = 9 then n + 2 else n + 1 end), 12, '0'))::uuid end,
            case when n % 2 = 0 then 'assistant' else 'user' end, 'done', repeat('What was said. ', 20) || n, $3, $3
        from n
        """;

    [Fact]
    public async Task It_opens_whole_and_an_answer_in_it_stops_when_told()
    {
        studio.Model.Say = (_, cancel) =>
            ScriptedModel.Words(string.Join(' ', Enumerable.Repeat("word", 5_000)), cancel, Pace);
        var (person, _, chat) = await studio.MartaAsync();
        var greetings = (await person.GetAsync($"chats/{chat}/tree")).Expect(HttpStatusCode.OK)["messages"]!
            .AsArray()
            .Count;
        await RunAsync(Talk, chat, Messages, studio.Clock.GetUtcNow());
        await RunAsync(
            "update library.chats set active_child = (left($1::text, 24) || lpad('1', 12, '0'))::uuid where id = $1",
            chat
        );

        var tree = (await TimedAsync("the tree opened", () => person.GetAsync($"chats/{chat}/tree"))).Expect(
            HttpStatusCode.OK
        );
        Assert.Equal(greetings + Messages, tree["messages"]!.AsArray().Count);
        var newest = (await TimedAsync("its end opened", () => person.GetAsync($"chats/{chat}/messages"))).Expect(
            HttpStatusCode.OK
        );
        Assert.EndsWith("9999", $"{newest["items"]![0]!["content"]}", StringComparison.Ordinal);

        for (var stop = 0; stop < Stops; stop++)
        {
            using var stream = await person.OpenAsync(
                HttpMethod.Post,
                $"chats/{chat}/messages",
                new { content = "Who bakes bread?" }
            );
            await using var events = Listening
                .ReadAsync(await stream.Content.ReadAsStreamAsync(Cancel))
                .GetAsyncEnumerator(Cancel);
            var heard = new List<Heard>();
            while (heard.All(one => one.Type != "delta") && await events.MoveNextAsync())
                heard.Add(events.Current);
            var path = $"chats/{chat}/messages/{heard.MessageId()}/stream";
            var stopped = (await TimedAsync("it stopped", () => person.DeleteAsync(path))).Expect(HttpStatusCode.OK);
            Assert.Equal("stopped", (string?)stopped["state"]);
        }
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<Answer> TimedAsync(string what, Func<Task<Answer>> ask)
    {
        var watch = Stopwatch.StartNew();
        var answer = await ask();
        TestContext.Current.TestOutputHelper?.WriteLine($"{what} after {watch.ElapsedMilliseconds} ms");
        return answer;
    }

    private async Task RunAsync(string sql, params object[] values)
    {
        await using var command = studio.Database.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
