using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Atelier.Identity.Contracts;
using Atelier.Support;

namespace Atelier.Identity.Access;

/// <summary>What may be sent and what comes back, held against the API document.</summary>
public sealed partial class DeclaredFieldTests(QuietStudio studio) : IClassFixture<QuietStudio>
{
    private static readonly string[] TheStudiosToSet =
    [
        "id",
        "ownerId",
        "userId",
        "role",
        "disabled",
        "state",
        "jobId",
        "createdAt",
        "updatedAt",
        "madeAt",
        "emailVerifiedAt",
        "passwordExpired",
        "passwordHash",
    ];

    [Fact]
    public async Task C03_no_request_declares_a_field_that_is_the_studios_to_set()
    {
        foreach (var operation in await Operation.AllAsync(studio))
        {
            var isForStaff = AccessTable.Rules[operation.Name].Scope is "users:write" or "admin";
            if (
                isForStaff
                || operation.Node["requestBody"]?["content"]?["application/json"]?["schema"] is not { } schema
            )
                continue;
            var fields = new DeclaredShape(operation.Document).Resolve(schema)["properties"]?.AsObject() ?? [];
            Assert.True(!fields.Any(field => TheStudiosToSet.Contains(field.Key)), operation.Name);
        }
    }

    [Theory]
    [InlineData("projects", """{"name":"Mine"}""", """{"description":"Ours"}""")]
    [InlineData("books", """{"prompt":"A fox"}""", """{"title":"Fox"}""")]
    public async Task C03_fields_that_are_not_the_callers_to_set_change_nothing(
        string path,
        string create,
        string change
    )
    {
        var (person, other) = (await studio.RegisterAsync(), await studio.RegisterAsync());
        var plain = (await person.PostAsync(path, JsonNode.Parse(create)!)).Expect(HttpStatusCode.Created);

        var made = (await person.PostAsync(path, WithForeignFields(create, other))).Expect(HttpStatusCode.Created);
        var where = $"{path}/{made["id"]}";
        (await person.PatchAsync(where, WithForeignFields(change, other))).Expect(HttpStatusCode.OK);

        var now = (await person.GetAsync(where)).Expect(HttpStatusCode.OK);
        Assert.NotEqual($"{other.Id}", $"{now["id"]}");
        Assert.Equal($"{made["createdAt"]}", $"{now["createdAt"]}");
        Assert.True(made["createdAt"]!.GetValue<DateTimeOffset>() > plain["createdAt"]!.GetValue<DateTimeOffset>());
        foreach (var field in (string[])["state", "jobId", "madeAt", "notes"])
            Assert.Equal($"{plain[field]}", $"{now[field]}");
        Assert.Empty((await other.GetAsync(path)).Expect(HttpStatusCode.OK)["items"]!.AsArray());
    }

    [Fact]
    public async Task C04_answers_hold_the_declared_fields_and_no_secret_or_path()
    {
        var things = Things.Of(studio);
        var wrong = new List<string>();
        foreach (var operation in (await Operation.AllAsync(studio)).Where(o => o.Method == HttpMethod.Get))
        {
            if (operation.AnswerSchema(200) is not { } schema)
                continue;
            var person = await studio.RegisterAsync(Roles.Admin);
            var ids = new Dictionary<string, Guid>();
            foreach (var (name, thing) in things.Where(thing => operation.Ids.Contains(thing.Key)))
                ids[name] = await thing.MakeAsync(person);
            // Lists that hold something say more.
            await person.CreateProjectAsync();
            await studio.EnqueueAsync(person, "wait", runAt: DateTimeOffset.MaxValue);
            var path = operation.Fill(name => ids.TryGetValue(name, out var id) ? $"{id}" : "1");

            var answer = await person.GetAsync(path["/api/v1/".Length..]);

            if (
                answer.Status is HttpStatusCode.Conflict
                && $"{answer.Body?["code"]}" is "book_not_made" or "storyboard_not_written" or "document_not_ready"
            )
                continue; // a draft has no pages yet; those of a book are looked at where one is made
            if (answer.Status != HttpStatusCode.OK)
                wrong.Add($"{operation.Name}: {(int)answer.Status}");
            var undeclared = new DeclaredShape(operation.Document).Undeclared(answer.Body, schema);
            wrong.AddRange(undeclared.Select(field => $"{operation.Name}: {field}"));
            var text = answer.Body!.ToJsonString();
            if (Secret().IsMatch(text) || text.Contains(studio.DataFolder, StringComparison.Ordinal))
                wrong.Add($"{operation.Name}: {text}");
        }
        Assert.Empty(wrong);
    }

    private static JsonObject WithForeignFields(string body, Person other)
    {
        var fields = JsonNode.Parse(body)!.AsObject();
        foreach (var name in TheStudiosToSet)
            fields[name] = name.EndsWith("At", StringComparison.Ordinal) ? "2001-01-01T00:00:00Z" : $"{other.Id}";
        fields["notes"] = new JsonArray("written by nobody");
        return fields;
    }

    [GeneratedRegex("""(?i)"\w*(hash|secret|password)":|\$2[aby]\$|/assets/[0-9a-f]{2}/""")]
    private static partial Regex Secret();
}
