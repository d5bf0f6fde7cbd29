using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Atelier.Identity.Access;
using Atelier.Support;

namespace Atelier.Identity.Keys;

public sealed class ApiKeyTests(StudioFactory studio) : IClassFixture<StudioFactory>
{
    [Fact]
    public async Task A_key_opens_what_its_scopes_allow_and_nothing_else()
    {
        var person = await studio.RegisterAsync("admin");
        using var program = Program(await KeyAsync(person, "books:read", "library:read"));

        (await program.AskAsync(HttpMethod.Get, "books")).Expect(HttpStatusCode.OK);
        (await program.AskAsync(HttpMethod.Get, "auth/me")).Expect(HttpStatusCode.OK);

        (await program.AskAsync(HttpMethod.Get, "users")).ExpectProblem(HttpStatusCode.Forbidden, "insufficient_scope");
        var standing = (await program.AskAsync(HttpMethod.Get, "auth/validate")).Expect(HttpStatusCode.OK);
        Assert.Equal(["books:read", "library:read"], Texts(standing["scopes"]!));
        Assert.Null(standing["sessionId"]);
        Assert.NotNull(standing["keyId"]);
    }

    [Fact]
    public async Task A_key_is_refused_wherever_a_person_must_come_in_person()
    {
        var person = await studio.RegisterAsync();
        using var program = Program(await KeyAsync(person, "books:read"));
        var inPerson = AccessTable.Rules.Where(line => line.Value.IsForPeople).Select(line => line.Key.Split(' '));

        foreach (var operation in inPerson)
        {
            var path = Operation.Fill(operation[1], _ => $"{Guid.Empty}")["/api/v1/".Length..];
            var body = operation[0] is "POST" or "PATCH" ? new JsonObject() : null;
            var answer = await program.AskAsync(HttpMethod.Parse(operation[0]), path, body);
            answer.ExpectProblem(HttpStatusCode.Forbidden, "login_required");
        }
    }

    [Fact]
    public async Task A_key_is_shown_once_and_stored_as_its_hash()
    {
        var person = await studio.RegisterAsync();
        var key = await KeyAsync(person, "books:read");

        Assert.Matches("^atl_[A-Za-z0-9_-]{43}$", key); // 256 bits
        Assert.DoesNotContain(key, (await person.GetAsync("auth/keys")).Body!.ToJsonString(), StringComparison.Ordinal);
        await using var count = studio.Database.CreateCommand(
            "select count(*) from identity.api_key where hash = sha256(convert_to($1, 'utf8'))"
        );
        count.Parameters.AddWithValue(key);
        Assert.Equal(1L, await count.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_revoked_key_is_dead_at_once_and_within_two_seconds_elsewhere()
    {
        var person = await studio.RegisterAsync();
        using var program = Program(await KeyAsync(person, "books:read"));
        (await program.AskAsync(HttpMethod.Get, "books")).Expect(HttpStatusCode.OK);
        var id = Assert.Single(await KeysAsync(person))!["id"]!.GetValue<Guid>();
        var otherNode = new Sessions.SessionStanding(studio.Database, studio.Clock);
        Assert.Equal("user", await otherNode.RoleOfAsync(id));

        (await person.DeleteAsync($"auth/keys/{id}")).Expect(HttpStatusCode.NoContent);

        (await program.AskAsync(HttpMethod.Get, "books")).ExpectProblem(HttpStatusCode.Unauthorized, "unauthorized");
        studio.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Null(await otherNode.RoleOfAsync(id));
        Assert.Empty(await KeysAsync(person));
    }

    [Fact]
    public async Task B10_a_key_goes_with_its_person_and_loses_what_a_lost_role_allowed()
    {
        var admin = await studio.RegisterAsync("admin");
        var moderator = await studio.RegisterAsync("moderator");
        using var program = Program(await KeyAsync(moderator, "users:read", "books:read"));
        (await program.AskAsync(HttpMethod.Get, "users")).Expect(HttpStatusCode.OK);

        (await admin.PatchAsync($"users/{moderator.Id}", new { role = "user" })).Expect(HttpStatusCode.OK);
        studio.Clock.Advance(TimeSpan.FromSeconds(2));
        (await program.AskAsync(HttpMethod.Get, "users")).ExpectProblem(HttpStatusCode.Forbidden, "insufficient_scope");
        (await program.AskAsync(HttpMethod.Get, "books")).Expect(HttpStatusCode.OK);

        (await admin.PatchAsync($"users/{moderator.Id}", new { disabled = true })).Expect(HttpStatusCode.OK);
        studio.Clock.Advance(TimeSpan.FromSeconds(2));
        (await program.AskAsync(HttpMethod.Get, "books")).Expect(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_key_ends_on_its_last_day()
    {
        var person = await studio.RegisterAsync();
        using var program = Program(await KeyAsync(person, "books:read"));

        studio.Clock.Advance(TimeSpan.FromDays(90));

        (await program.AskAsync(HttpMethod.Get, "books")).Expect(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_last_use_is_shown_and_written_at_most_once_a_minute()
    {
        var person = await studio.RegisterAsync();
        using var program = Program(await KeyAsync(person, "books:read"));
        Assert.Null(Assert.Single(await KeysAsync(person))!["lastUsedAt"]);

        var first = await UseAsync();
        var second = await UseAsync();
        studio.Clock.Advance(TimeSpan.FromMinutes(1));
        var third = await UseAsync();

        Assert.Equal(first, second);
        Assert.InRange(third - first, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(30));

        async Task<DateTimeOffset> UseAsync()
        {
            (await program.AskAsync(HttpMethod.Get, "books")).Expect(HttpStatusCode.OK);
            return Assert.Single(await KeysAsync(person))!["lastUsedAt"]!.GetValue<DateTimeOffset>();
        }
    }

    [Theory]
    [InlineData("name", "  ", "books:read", 1)]
    [InlineData("scopes", "Backup", "users:read", 1)]
    [InlineData("scopes", "Backup", "nothing", 1)]
    [InlineData("scopes", "Backup", null, 1)]
    [InlineData("expiresAt", "Backup", "books:read", 367)]
    [InlineData("expiresAt", "Backup", "books:read", -1)]
    public async Task A_key_has_a_name_scopes_of_its_person_and_an_end_within_the_year(
        string field,
        string name,
        string? scope,
        int days
    )
    {
        var person = await studio.RegisterAsync();
        var expiresAt = studio.Clock.GetUtcNow().AddDays(days);

        var refused = await person.PostAsync(
            "auth/keys",
            new
            {
                name,
                scopes = (string?[])(scope is null ? [] : [scope]),
                expiresAt,
            }
        );

        Assert.NotNull(refused.ExpectProblem(HttpStatusCode.BadRequest, "invalid")[field]);
    }

    [Fact]
    public async Task A12_making_a_key_needs_a_login_of_the_last_five_minutes()
    {
        var person = await studio.RegisterAsync();
        studio.Clock.Advance(TimeSpan.FromMinutes(6));

        (await MakeAsync(person, "books:read")).ExpectProblem(HttpStatusCode.Forbidden, "step_up_required");
    }

    [Fact]
    public async Task C01_somebody_elses_key_is_forbidden_and_stays()
    {
        var (owner, other) = (await studio.RegisterAsync(), await studio.RegisterAsync());
        await KeyAsync(owner, "books:read");
        var id = Assert.Single(await KeysAsync(owner))!["id"]!.GetValue<Guid>();

        (await other.DeleteAsync($"auth/keys/{id}")).ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
        (await other.DeleteAsync($"auth/keys/{Guid.Empty}")).ExpectProblem(HttpStatusCode.NotFound, "key_not_found");

        Assert.Single(await KeysAsync(owner));
    }

    private static async Task<string> KeyAsync(Person person, params string[] scopes) =>
        (await MakeAsync(person, scopes)).Expect(HttpStatusCode.Created)["key"]!.GetValue<string>();

    private static Task<Answer> MakeAsync(Person person, params string[] scopes) =>
        person.PostAsync("auth/keys", new { name = "Backup", scopes });

    private static async Task<JsonArray> KeysAsync(Person person) =>
        (await person.GetAsync("auth/keys")).Expect(HttpStatusCode.OK)["items"]!.AsArray();

    private static IEnumerable<string> Texts(JsonNode array) =>
        array.AsArray().Select(item => item!.GetValue<string>());

    private HttpClient Program(string key)
    {
        var http = new HttpClient { BaseAddress = studio.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return http;
    }
}
