using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Atelier.Drawing;
using Atelier.Support;

namespace Atelier.Library.Talk;

/// <summary>
/// Answers whose connections break: no token is lost and none comes twice. Three dozen with every run;
/// ATELIER_STREAMS=500 has as many as it says.
/// </summary>
public sealed class FaultyStreamTests(ScriptedStudio studio) : IClassFixture<ScriptedStudio>
{
    private static readonly int Streams = int.Parse(
        Environment.GetEnvironmentVariable("ATELIER_STREAMS") ?? "36",
        CultureInfo.InvariantCulture
    );

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stream_dropped_at_any_byte_goes_on_where_it_was_and_a_second_tab_hears_the_same()
    {
        var answers = new ConcurrentDictionary<string, string>();
        studio.Model.Say = (question, cancel) =>
            ScriptedModel.Words(answers[question], cancel, TimeSpan.FromMilliseconds(3));
        var person = await studio.RegisterAsync();
        var character = await CharacterStudio.CreateAsync(person);
        var other = new HttpClient { BaseAddress = await studio.OtherNodeAsync() };
        other.DefaultRequestHeaders.Authorization = person.Http.DefaultRequestHeaders.Authorization;
        var elsewhere = person with { Http = other };

        await Parallel.ForEachAsync(
            Enumerable.Range(0, Streams),
            new ParallelOptions { MaxDegreeOfParallelism = 12, CancellationToken = Cancel },
            async (number, _) =>
            {
                var seed = new Seed((ulong)number);
                var (question, said) = ($"Question {number}", Answer(ref seed));
                answers[question] = said;
                var chat = await CharacterStudio.ChatAsync(person, character);
                var heard = await DropAsync(person, elsewhere, chat, question, seed);
                var path = $"chats/{chat}/messages/{heard.MessageId()}";
                var second = await elsewhere.HearAsync(HttpMethod.Get, $"{path}/stream");
                var kept = (await person.GetAsync(path)).Expect(HttpStatusCode.OK);

                Assert.Equal(Enumerable.Range(1, heard.Count), heard.Select(one => one.Seq));
                Assert.Equal("done", heard[^1].Type);
                Assert.Equal(said, heard.Text());
                Assert.Equal(heard.Select(Written), second.Select(Written));
                Assert.Equal(said, (string?)kept["content"]);
            }
        );
    }

    [Fact]
    public async Task Stopping_keeps_what_was_said_and_nothing_is_said_after_it()
    {
        studio.Model.Say = (_, cancel) => Endless(cancel);
        var (person, _, chat) = await studio.MartaAsync();
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
        var path = $"chats/{chat}/messages/{heard.MessageId()}";
        // By way of another chat nothing is stopped: more is said after it.
        var other = await CharacterStudio.ChatAsync(person);
        var refused = await person.DeleteAsync($"chats/{other}/messages/{heard.MessageId()}/stream");
        Assert.Equal(HttpStatusCode.NotFound, refused.Status);
        Assert.True(await events.MoveNextAsync());
        Assert.Equal("delta", events.Current.Type);
        heard.Add(events.Current);
        var stopped = (await person.DeleteAsync($"{path}/stream")).Expect(HttpStatusCode.OK);
        while (await events.MoveNextAsync())
            heard.Add(events.Current);

        Assert.Equal(("done", "stopped"), (heard[^1].Type, (string)heard[^1].Data["finishReason"]!));
        Assert.Equal("stopped", (string?)stopped["state"]);
        Assert.Equal(heard.Text(), (string?)stopped["content"]);
        var later = (await person.GetAsync(path)).Expect(HttpStatusCode.OK);
        Assert.Equal(stopped.ToJsonString(), later.ToJsonString());
        Assert.NotEmpty(later["passages"]!.AsArray());
        (await person.DeleteAsync($"{path}/stream")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_answer_whose_job_is_cancelled_elsewhere_ends_for_its_listeners()
    {
        studio.Model.Say = (_, cancel) => Endless(cancel);
        var person = await studio.RegisterAsync();
        var chat = await CharacterStudio.ChatAsync(person);
        using var stream = await person.OpenAsync(
            HttpMethod.Post,
            $"chats/{chat}/messages",
            new { content = "Go on!" }
        );
        await using var events = Listening
            .ReadAsync(await stream.Content.ReadAsStreamAsync(Cancel))
            .GetAsyncEnumerator(Cancel);
        while (await events.MoveNextAsync() && events.Current.Type != "delta") { }
        var job = (await CharacterStudio.ItemsAsync(person, "jobs"))[0]!["id"];
        (await person.PostAsync($"jobs/{job}/cancel")).Expect(HttpStatusCode.OK);
        Heard? last = null;
        while (await events.MoveNextAsync())
            last = events.Current;
        Assert.Equal("stopped", (string?)last!.Data["finishReason"]);
    }

    [Fact]
    public async Task A_run_that_died_in_the_middle_leaves_what_it_said_and_nothing_is_said_twice()
    {
        var person = await studio.RegisterAsync();
        var chat = await CharacterStudio.ChatAsync(person);
        studio.Model.Say = (_, cancel) => ScriptedModel.Words("All of it.", cancel);
        var heard = await person.SayAsync(chat, "Tell me.");
        var job = (await CharacterStudio.ItemsAsync(person, "jobs"))[0]!["id"]!.GetValue<Guid>();
        // The last word is told before the job has ended, whose end would come after what is written here.
        await studio.ReachAsync(job, "succeeded");
        // As a process leaves it that was killed after its first words; its job runs again.
        await using var undo = studio.Database.CreateCommand(
            """
            with cut as (delete from library.message_events where message_id = $1 and seq > 3)
            update library.messages set state = 'writing', events = 3, content = 'All', finished_at = null where id = $1
            """
        );
        undo.Parameters.Add(new() { Value = heard.MessageId() });
        await undo.ExecuteNonQueryAsync(Cancel);
        await using var again = studio.Database.CreateCommand(
            "update jobs.job set state = 5, finished_at = now() where id = (select job_id from jobs.job_data where public_id = $1)"
        );
        again.Parameters.Add(new() { Value = job });
        await again.ExecuteNonQueryAsync(Cancel);
        (await person.PostAsync($"jobs/{job}/retry")).Expect(HttpStatusCode.OK);

        var rest = await person.HearAsync(
            HttpMethod.Get,
            $"chats/{chat}/messages/{heard.MessageId()}/stream",
            after: 3
        );
        Assert.Equal(
            (4, "done", "interrupted"),
            (rest.Single().Seq, rest[0].Type, (string)rest[0].Data["finishReason"]!)
        );
    }

    [Fact]
    public async Task Of_an_old_answer_the_stream_is_told_again_from_its_text()
    {
        studio.Model.Say = (_, cancel) => ScriptedModel.Words("Long ago.", cancel);
        var person = await studio.RegisterAsync();
        var chat = await CharacterStudio.ChatAsync(person);
        var heard = await person.SayAsync(chat, "When?");
        await using var forget = studio.Database.CreateCommand(
            "delete from library.message_events where message_id = $1"
        );
        forget.Parameters.Add(new() { Value = heard.MessageId() });
        await forget.ExecuteNonQueryAsync(Cancel);
        var path = $"chats/{chat}/messages/{heard.MessageId()}/stream";
        var told = await person.HearAsync(HttpMethod.Get, path);
        Assert.Equal("Long ago.", told.Text());
        Assert.Equal(heard[^1].Seq, told[^1].Seq);
        Assert.Empty(await person.HearAsync(HttpMethod.Get, path, after: heard[^1].Seq));
    }

    /// <summary>Reads so many bytes and hangs up, again and again, on one node and the other, until the end was heard.</summary>
    private static async Task<List<Heard>> DropAsync(
        Person person,
        Person elsewhere,
        Guid chat,
        string question,
        Seed seed
    )
    {
        var heard = new List<Heard>();
        using (
            var first = await person.OpenAsync(HttpMethod.Post, $"chats/{chat}/messages", new { content = question })
        )
            // The first event has to be heard, for it names the answer.
            heard.AddRange(await SomeAsync(first, 220 + seed.Below(400)));
        var path = $"chats/{chat}/messages/{heard.MessageId()}/stream";
        for (var drops = 0; heard[^1].Type != "done"; drops++)
        {
            var tab = seed.Chance(0.5) ? person : elsewhere;
            using var again = await tab.OpenAsync(HttpMethod.Get, path, after: heard[^1].Seq);
            heard.AddRange(await SomeAsync(again, drops < 20 ? seed.Below(500) : int.MaxValue));
        }
        return heard;
    }

    /// <summary>The events that were whole when the connection broke.</summary>
    private static async Task<List<Heard>> SomeAsync(HttpResponseMessage answer, int bytes)
    {
        var stream = await answer.Content.ReadAsStreamAsync(Cancel);
        var (received, buffer) = (new MemoryStream(), new byte[256]);
        while (received.Length < bytes)
        {
            var read = await stream.ReadAsync(
                buffer.AsMemory(0, Math.Min(buffer.Length, bytes - (int)received.Length)),
                Cancel
            );
            if (read == 0)
                break;
            received.Write(buffer, 0, read);
        }
        var text = Encoding.Latin1.GetString(received.ToArray()); // a character may be torn
        var whole = text.LastIndexOf("\n\n", StringComparison.Ordinal);
        var heard = new List<Heard>();
        if (whole >= 0)
            await foreach (var one in Listening.ReadAsync(new MemoryStream(received.ToArray()[..(whole + 2)])))
                heard.Add(one);
        return heard;
    }

    private static string Answer(ref Seed seed)
    {
        string[] words = ["fox", "møøse", "雨", "🦊", "\"so\"", "line\nbreak", "</b>", "data:", "[1]", ":"];
        var text = new StringBuilder("Well,");
        for (var i = 20 + seed.Below(60); i > 0; i--)
            text.Append(' ').Append(seed.Pick(words));
        return text.ToString();
    }

    private static async IAsyncEnumerable<Generation.ChatPiece> Endless(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel
    )
    {
        for (var i = 0; ; i++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, cancel);
            yield return new($"word{i} ");
        }
    }

    private static string Written(Heard one) => $"{one.Seq} {one.Type} {one.Data.ToJsonString()}";
}
