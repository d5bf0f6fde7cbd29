using System.Net;
using System.Text.Json.Nodes;
using Atelier.Identity.Sessions;
using Atelier.Support;

namespace Atelier.Identity;

public sealed class RevocationTests(StudioFactory studio) : IClassFixture<StudioFactory>
{
    [Fact]
    public async Task B09_logging_out_kills_the_access_token_at_once_here()
    {
        var person = await studio.RegisterAsync();
        (await person.GetAsync("auth/me")).Expect(HttpStatusCode.OK);

        (await person.PostAsync("auth/logout")).Expect(HttpStatusCode.NoContent);

        (await person.GetAsync("auth/me")).ExpectProblem(HttpStatusCode.Unauthorized, "unauthorized");
    }

    [Fact]
    public async Task B09_another_node_knows_of_a_logout_within_two_seconds()
    {
        var person = await studio.RegisterAsync();
        var session = await SessionOfAsync(person);
        var otherNode = new SessionStanding(studio.Database, studio.Clock);
        Assert.Equal("user", await otherNode.RoleOfAsync(session));

        await person.PostAsync("auth/logout");
        studio.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Null(await otherNode.RoleOfAsync(session));
    }

    [Theory]
    [InlineData("disabled_at = now()", HttpStatusCode.Unauthorized, "unauthorized")]
    [InlineData("role = 'user'", HttpStatusCode.Forbidden, "insufficient_scope")]
    public async Task B10_a_disabled_person_and_a_lost_role_lose_what_the_token_allowed_within_two_seconds(
        string change,
        HttpStatusCode status,
        string code
    )
    {
        var moderator = await studio.RegisterAsync("moderator");
        (await moderator.GetAsync("users")).Expect(HttpStatusCode.OK);

        await using var update = studio.Database.CreateCommand($"update identity.\"user\" set {change} where id = $1");
        update.Parameters.AddWithValue(moderator.Id);
        await update.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        studio.Clock.Advance(TimeSpan.FromSeconds(2));

        (await moderator.GetAsync("users")).ExpectProblem(status, code);
    }

    [Fact]
    public async Task B15_sessions_are_listed_with_device_address_and_last_use()
    {
        var person = await studio.RegisterAsync();

        var item = Assert.Single(await SessionsAsync(person))!;

        Assert.Equal("test", item["device"]!.GetValue<string>());
        Assert.Equal("127.0.0.1", item["address"]!.GetValue<string>());
        Assert.NotNull(item["lastUsedAt"]);
        Assert.True(item["isCurrent"]!.GetValue<bool>());
    }

    [Fact]
    public async Task B15_one_session_is_revoked_and_the_others_stay()
    {
        var person = await studio.RegisterAsync();
        var elsewhere = await studio.SignInAgainAsync(person);

        (await person.DeleteAsync($"auth/sessions/{await SessionOfAsync(elsewhere)}")).Expect(HttpStatusCode.NoContent);

        (await elsewhere.GetAsync("auth/me")).Expect(HttpStatusCode.Unauthorized);
        (await person.GetAsync("auth/me")).Expect(HttpStatusCode.OK);
        Assert.Single(await SessionsAsync(person));
    }

    [Fact]
    public async Task C01_somebody_elses_session_is_forbidden_and_stays()
    {
        var (owner, other) = (await studio.RegisterAsync(), await studio.RegisterAsync());

        var foreign = await other.DeleteAsync($"auth/sessions/{await SessionOfAsync(owner)}");
        var absent = await other.DeleteAsync($"auth/sessions/{Guid.Empty}");

        foreign.ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
        absent.ExpectProblem(HttpStatusCode.NotFound, "session_not_found");
        (await owner.GetAsync("auth/me")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Logging_out_everywhere_ends_every_session_of_that_person_only()
    {
        var (person, other) = (await studio.RegisterAsync(), await studio.RegisterAsync());
        var elsewhere = await studio.SignInAgainAsync(person);

        (await person.DeleteAsync("auth/sessions")).Expect(HttpStatusCode.NoContent);

        (await person.GetAsync("auth/me")).Expect(HttpStatusCode.Unauthorized);
        (await elsewhere.GetAsync("auth/me")).Expect(HttpStatusCode.Unauthorized);
        (await other.GetAsync("auth/me")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Validate_tells_whom_a_token_stands_for_and_until_when()
    {
        var person = await studio.RegisterAsync();

        var standing = (await person.GetAsync("auth/validate")).Expect(HttpStatusCode.OK);

        Assert.Equal(person.Id, standing["userId"]!.GetValue<Guid>());
        Assert.Equal("user", standing["role"]!.GetValue<string>());
        Assert.Contains("books:write", standing["scopes"]!.AsArray().Select(scope => scope!.GetValue<string>()));
        var left = standing["expiresAt"]!.GetValue<DateTimeOffset>() - studio.Clock.GetUtcNow();
        Assert.InRange(left, TimeSpan.FromMinutes(29), TimeSpan.FromMinutes(30));
    }

    [Fact]
    public async Task Validate_refuses_a_token_that_is_none() =>
        (await studio.Stranger.AskAsync(HttpMethod.Get, "auth/validate")).ExpectProblem(
            HttpStatusCode.Unauthorized,
            "unauthorized"
        );

    private static async Task<JsonArray> SessionsAsync(Person person) =>
        (await person.GetAsync("auth/sessions")).Expect(HttpStatusCode.OK)["items"]!.AsArray();

    private static async Task<Guid> SessionOfAsync(Person person) =>
        (await person.GetAsync("auth/validate")).Expect(HttpStatusCode.OK)["sessionId"]!.GetValue<Guid>();
}
