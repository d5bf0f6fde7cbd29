using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Atelier.Testing.Models.Mirrors;

namespace Atelier.Library.Mirrors;

/// <summary>Fakes that took anything would prove nothing: these refuse what the documented interfaces refuse.</summary>
public sealed class FakeDatabasesTests
{
    [Theory]
    [InlineData("CREATE (p:AtelierPerson {id: 'x'})", "Neo.ClientError.Statement.SyntaxError")]
    [InlineData("MERGE (p:AtelierPerson {id: 'x'})", "Neo.ClientError.Statement.SyntaxError")]
    [InlineData("MERGE (p:AtelierPerson {id: $nobody})", "Neo.ClientError.Statement.ParameterMissing")]
    [InlineData("MERGE (p:AtelierPerson {id: $none})", "Neo.ClientError.Statement.SemanticError")]
    [InlineData("MATCH (p:AtelierPerson {id: $id})\nSET q.name = $id", "Neo.ClientError.Statement.SyntaxError")]
    [InlineData("MERGE (p:AtelierPerson {id: $id})\nSET p += $nested", "Neo.ClientError.Statement.TypeError")]
    [InlineData("MATCH (d:AtelierDocument {id: $id})\nDELETE d", "Neo.ClientError.Schema.ConstraintValidationFailed")]
    public async Task The_graph_refuses_what_Neo4j_refuses(string statement, string code)
    {
        await using var neo4j = await FakeNeo4j.StartAsync();
        await RunAsync(
            neo4j,
            "MERGE (d:AtelierDocument {id: $id})\nMERGE (p:AtelierPerson {id: $id})\nMERGE (p)-[:APPEARS_IN]->(d)"
        );

        var (status, body) = await RunAsync(neo4j, statement);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(code, $"{body["errors"]![0]!["code"]}");
        Assert.Equal((2, 1), (neo4j.Graph.Nodes.Count, neo4j.Graph.Relations.Count));
    }

    [Fact]
    public async Task The_graph_merges_updates_and_removes()
    {
        await using var neo4j = await FakeNeo4j.StartAsync();
        const string merge =
            "UNWIND $people AS person\nMERGE (p:AtelierPerson {id: person.id})\nSET p += person, p.stamp = $id";
        await RunAsync(neo4j, "CREATE CONSTRAINT one IF NOT EXISTS FOR (p:AtelierPerson) REQUIRE p.id IS UNIQUE");

        for (var times = 0; times < 2; times++)
            Assert.Equal(HttpStatusCode.Accepted, (await RunAsync(neo4j, merge)).Status);

        Assert.Equal(
            ["a Ann 7", "b  7"],
            neo4j.Graph.Nodes.Select(p => $"{p.Text("id")} {p.Text("name")} {p.Text("stamp")}")
        );
        await RunAsync(neo4j, "MATCH (p:AtelierPerson)\nWHERE p.name <> $id\nDETACH DELETE p");
        Assert.Equal("b", Assert.Single(neo4j.Graph.Nodes).Text("id"));
        await RunAsync(neo4j, "MERGE (p:AtelierPerson {id: $id})\nSET p += $people", "wrong");
        Assert.Single(neo4j.Graph.Nodes);
    }

    [Fact]
    public async Task The_index_takes_what_Pinecone_takes()
    {
        await using var pinecone = await FakePinecone.StartAsync();

        Assert.Equal(HttpStatusCode.Created, await UpsertAsync(pinecone, """{"_id":"a","chunk_text":"A","page":1}"""));
        Assert.Equal(
            HttpStatusCode.BadRequest,
            await UpsertAsync(pinecone, """{"_id":"b","chunk_text":"B","page":null}""")
        );
        Assert.Equal(HttpStatusCode.BadRequest, await UpsertAsync(pinecone, """{"_id":"b","text":"B"}"""));
        Assert.Equal(HttpStatusCode.BadRequest, await UpsertAsync(pinecone, """{"_id":"é","chunk_text":"B"}"""));
        Assert.Equal(
            HttpStatusCode.BadRequest,
            await UpsertAsync(
                pinecone,
                string.Join('\n', Enumerable.Range(0, 97).Select(i => $$"""{"_id":"{{i}}","chunk_text":"B"}"""))
            )
        );
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            await UpsertAsync(pinecone, """{"_id":"b","chunk_text":"B"}""", "no")
        );
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await UpsertAsync(pinecone, "{}", type: "application/json"));
        Assert.Equal(["a"], pinecone.Records("s").Keys);
    }

    private static async Task<(HttpStatusCode Status, JsonNode Body)> RunAsync(
        FakeNeo4j neo4j,
        string statement,
        string password = FakeNeo4j.Password
    )
    {
        using var http = new HttpClient { BaseAddress = neo4j.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic",
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"{FakeNeo4j.User}:{password}"))
        );
        var parameters = new
        {
            id = "7",
            none = (string?)null,
            nested = new { at = new { x = 1 } },
            people = new object[] { new { id = "a", name = "Ann" }, new { id = "b", name = (string?)null } },
        };
        using var answer = await http.PostAsJsonAsync("/db/neo4j/query/v2", new { statement, parameters }, Cancel);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancel))!);
    }

    private static async Task<HttpStatusCode> UpsertAsync(
        FakePinecone pinecone,
        string body,
        string key = FakePinecone.Key,
        string type = "application/x-ndjson"
    )
    {
        using var http = new HttpClient { BaseAddress = pinecone.Host };
        http.DefaultRequestHeaders.Add("Api-Key", key);
        http.DefaultRequestHeaders.Add("X-Pinecone-Api-Version", "2025-04");
        using var content = new StringContent(body, Encoding.UTF8);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        using var answer = await http.PostAsync("/records/namespaces/s/upsert", content, Cancel);
        return answer.StatusCode;
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
