using System.Net;
using System.Text.Json.Nodes;
using Atelier.Support;
using Atelier.Testing.Models;
using Atelier.Testing.Models.Mirrors;

namespace Atelier.Library.Mirrors;

public sealed class MirrorTests(MirrorStudio studio) : IClassFixture<MirrorStudio>
{
    private const int People = 2;
    private const int Passages = 11;

    [Fact]
    public async Task What_is_analysed_changed_or_deleted_is_so_in_both_mirrors()
    {
        var person = await studio.RegisterAsync();
        var novel = await studio.PlantAsync(person);

        await studio.DeliverAsync();
        AssertMirrored(person, novel, "The Lamp", People, Passages);
        var talk = Assert.Single(studio.Neo4j.Graph.Relations, relation => IsOf(relation, novel, "TALKS_TO"));
        Assert.Equal("Marta Keller Anton", $"{talk.From!.Text("name")} {talk.To!.Text("name")}");
        var record = Records(person)[$"{novel.Id}#0"];
        Assert.Equal(novel.At(0, record["end"]!.GetValue<int>()), $"{record["chunk_text"]}");

        (await person.PatchAsync($"documents/{novel.Id}", new { title = "The Light" })).Expect(HttpStatusCode.OK);
        await studio.DeliverAsync();
        AssertMirrored(person, novel, "The Light", People, Passages);

        await studio.RunAsync("delete from library.passages where document_id = $1 and chapter = 3", novel.Id);
        await studio.RunAsync("delete from library.relations where document_id = $1", novel.Id);
        await studio.RunAsync("delete from library.people where document_id = $1 and number = 1", novel.Id);
        await studio.AnalyzedAsync(novel.Id);
        await studio.DeliverAsync();
        AssertMirrored(person, novel, "The Light", people: 1, passages: 9);
        Assert.DoesNotContain(studio.Neo4j.Graph.Relations, relation => IsOf(relation, novel, "TALKS_TO"));

        (await person.DeleteAsync($"documents/{novel.Id}")).Expect(HttpStatusCode.NoContent);
        await studio.DeliverAsync();
        AssertGone(person, novel);
    }

    [Fact]
    public async Task A_mirror_that_is_down_is_left_alone_and_nobody_notices()
    {
        var (person, admin) = (await studio.RegisterAsync(), await studio.RegisterAsync("admin"));
        var novel = await studio.PlantAsync(person);
        studio.Neo4j.Trouble.Next(FakeReply.Error(503, "Neo.TransientError.General.DatabaseUnavailable", "30"));
        studio.Pinecone.Trouble.Next(FakeReply.Truncated("", 0));

        await studio.DeliverAsync();

        var asked = studio.Neo4j.Trouble.Requests;
        Assert.All((await MirrorsAsync(admin)).Values, mirror => Assert.Equal("down", $"{mirror["state"]}"));
        Assert.Contains("503", $"{(await MirrorsAsync(admin))["neo4j"]["error"]}", StringComparison.Ordinal);
        (await person.GetAsync($"documents/{novel.Id}/search?q=bread")).Expect(HttpStatusCode.OK);
        (await person.PatchAsync($"documents/{novel.Id}", new { title = "Down" })).Expect(HttpStatusCode.OK);
        using (var ready = await studio.Stranger.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancel))
            Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        var details = JsonNode.Parse(
            await admin.Http.GetStringAsync(new Uri("/health/details", UriKind.Relative), Cancel)
        )!;
        Assert.Equal("degraded", $"{details["checks"]!["mirrors"]!["status"]}");

        studio.Clock.Advance(TimeSpan.FromSeconds(10)); // enough for what doubles, not for what was asked for
        await studio.DeliverAsync();
        Assert.Equal(asked, studio.Neo4j.Trouble.Requests);
        Assert.Equal("current", $"{(await MirrorsAsync(admin))["pinecone"]["state"]}");

        studio.Clock.Advance(TimeSpan.FromSeconds(30));
        await studio.DeliverAsync();
        Assert.Equal("current", $"{(await MirrorsAsync(admin))["neo4j"]["state"]}");
        AssertMirrored(person, novel, "Down", People, Passages);
    }

    [Fact]
    public async Task What_breaks_off_in_the_middle_is_whole_afterwards_and_nothing_is_there_twice()
    {
        var person = await studio.RegisterAsync();
        var novel = await studio.PlantAsync(person);
        for (var taken = 0; taken < 6; taken++)
        {
            (studio.Neo4j.Trouble.Before, studio.Pinecone.Trouble.Before) = (taken, taken % 2);
            studio.Neo4j.Trouble.Next(FakeReply.Garbage("{\"errors\":[{\"code\":\"Neo.TransientError.X\"}]}"));
            studio.Pinecone.Trouble.Next(FakeReply.Error(500, "INTERNAL"));
            await studio.AnalyzedAsync(novel.Id);
            await studio.DeliverAsync();
            studio.Clock.Advance(TimeSpan.FromMinutes(1));
            await studio.DeliverAsync();
            studio.Neo4j.Trouble.End();
            studio.Pinecone.Trouble.End();
            studio.Clock.Advance(TimeSpan.FromMinutes(1));
            await studio.DeliverAsync();
            AssertMirrored(person, novel, "The Lamp", People, Passages);
        }
    }

    [Fact]
    public async Task A_document_that_is_not_taken_does_not_hold_up_the_others()
    {
        var (person, admin) = (await studio.RegisterAsync(), await studio.RegisterAsync("admin"));
        var disliked = await studio.PlantAsync(person);
        var next = await studio.PlantAsync(person);
        studio.Neo4j.Trouble.Dislikes = studio.Pinecone.Trouble.Dislikes = $"{disliked.Id}";

        await studio.DeliverAsync();

        AssertMirrored(person, next, "The Lamp", People, Passages);
        var mirror = (await MirrorsAsync(admin))["neo4j"];
        Assert.Equal("refusing 1", $"{mirror["state"]} {mirror["refused"]}");
        studio.Neo4j.Trouble.End();
        studio.Pinecone.Trouble.End();
        studio.Clock.Advance(TimeSpan.FromMinutes(1));
        await studio.DeliverAsync();
        AssertMirrored(person, disliked, "The Lamp", People, Passages);
    }

    [Fact]
    public async Task A_mirror_that_lost_everything_is_rebuilt_by_an_admin()
    {
        var (person, admin) = (await studio.RegisterAsync(), await studio.RegisterAsync("admin"));
        var (novel, gone) = (await studio.PlantAsync(person), await studio.PlantAsync(person));
        await studio.DeliverAsync();
        await studio.RunAsync("delete from library.documents where id = $1", gone.Id);
        await studio.RunAsync("delete from library.mirror_outbox"); // as a backup from between would have it
        studio.Neo4j.Graph.Clear();
        studio.Pinecone.Clear();

        foreach (var mirror in (string[])["neo4j", "pinecone"])
        {
            (await person.PostAsync($"admin/mirrors/{mirror}/rebuild")).Expect(HttpStatusCode.Forbidden);
            (await admin.PostAsync($"admin/mirrors/{mirror}/rebuild")).Expect(HttpStatusCode.Accepted);
        }
        (await admin.PostAsync("admin/mirrors/oracle/rebuild")).ExpectProblem(
            HttpStatusCode.NotFound,
            "mirror_not_found"
        );
        await studio.DeliverAsync();

        AssertMirrored(person, novel, "The Lamp", People, Passages);
        AssertGone(person, gone);
    }

    [Fact]
    public async Task Who_leaves_leaves_the_mirrors_too()
    {
        var (person, other) = (await studio.RegisterAsync(), await studio.RegisterAsync());
        var (novel, stays) = (await studio.PlantAsync(person), await studio.PlantAsync(other));
        await studio.DeliverAsync();

        await studio.RunAsync("""delete from identity."user" where id = $1""", person.Id);
        await studio.DeliverAsync();

        AssertGone(person, novel);
        AssertMirrored(other, stays, "The Lamp", People, Passages);
    }

    [Fact]
    public async Task A_mirror_that_is_elsewhere_now_is_told_of_everything()
    {
        var person = await studio.RegisterAsync();
        await studio.PlantAsync(person);
        await studio.DeliverAsync();
        var mirrors = new[] { Elsewhere("http://one/"), Elsewhere("http://two/") };

        foreach (var mirror in mirrors)
            await studio.Ledger.SettleAsync([mirror], Cancel);
        var told = Assert.Single(await studio.Ledger.ListAsync(Cancel));
        await studio.Ledger.SettleAsync([mirrors[1]], Cancel);

        Assert.Equal("http://two/", told.Target);
        Assert.True(told.Waiting > 0);
        await studio.SettleAsync();
        Assert.Equal(2, (await studio.Ledger.ListAsync(Cancel)).Count);
        await studio.DeliverAsync();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static UnreachableMirror Elsewhere(string target) => new(target);

    private static async Task<Dictionary<string, JsonNode>> MirrorsAsync(Person admin) =>
        (await admin.GetAsync("admin/mirrors"))
            .Expect(HttpStatusCode.OK)
            .AsArray()
            .ToDictionary(m => $"{m!["name"]}", m => m!);

    private static bool IsOf(FakeEntity relation, PlantedNovel novel, string kind) =>
        relation.Kind == kind && relation.From!.Text("documentId") == $"{novel.Id}";

    private IReadOnlyDictionary<string, JsonObject> Records(Person person) =>
        studio.Pinecone.Records($"atelier-{person.Id}");

    private void AssertMirrored(Person person, PlantedNovel novel, string title, int people, int passages)
    {
        var graph = studio.Neo4j.Graph;
        var document = Assert.Single(graph.Nodes, node => node.Text("id") == $"{novel.Id}");
        Assert.Equal($"{title} {person.Id}", $"{document.Text("title")} {document.Text("ownerId")}");
        Assert.Equal(people, graph.Nodes.Count(node => node.Text("documentId") == $"{novel.Id}"));
        Assert.Equal(people, graph.Relations.Count(relation => relation.To == document));
        var records = Records(person).Values.Where(record => $"{record["documentId"]}" == $"{novel.Id}").ToList();
        Assert.Equal(passages, records.Count);
        Assert.All(records, record => Assert.Equal(title, $"{record["title"]}"));
    }

    private void AssertGone(Person person, PlantedNovel novel)
    {
        Assert.DoesNotContain(
            studio.Neo4j.Graph.Nodes,
            node => node.Text("id").StartsWith($"{novel.Id}", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(Records(person).Keys, id => id.StartsWith($"{novel.Id}", StringComparison.Ordinal));
    }

    private sealed class UnreachableMirror(string target) : IMirror
    {
        public string Name => "neo4j";
        public string Target => target;

        public Task<int> KeepAsync(DocumentCopy document, MirrorErrand errand, CancellationToken cancel) =>
            throw new MirrorException("Nobody is there.", isOutage: true);

        public Task DropAsync(MirrorErrand errand, CancellationToken cancel) =>
            throw new MirrorException("Nobody is there.", isOutage: true);
    }
}
