using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Atelier.Identity.Factors;
using Atelier.Support;

namespace Atelier.Identity.Access;

/// <summary>Logins that ask for less than their person may do.</summary>
public sealed class LoginScopeTests(StudioFactory studio) : IClassFixture<StudioFactory>
{
    [Fact]
    public async Task C05_a_login_gets_the_scopes_it_asked_for_and_a_refresh_gets_no_others()
    {
        var person = await studio.RegisterAsync();

        var tokens = (await LoginAsync(person, "books:read", "jobs:read")).Expect(HttpStatusCode.OK);
        var next = await PostAsync("auth/refresh", new { refreshToken = $"{tokens["refreshToken"]}" });

        foreach (var pair in (JsonNode[])[tokens, next.Expect(HttpStatusCode.OK)])
        {
            using var client = Client(pair);
            Assert.Equal(["books:read", "jobs:read"], await ScopesAsync(client));
            (await client.AskAsync(HttpMethod.Get, "books")).Expect(HttpStatusCode.OK);
            var made = await client.AskAsync(HttpMethod.Post, "books", new { prompt = "A kite" });
            made.ExpectProblem(HttpStatusCode.Forbidden, "insufficient_scope");
            var key = new { name = "More", scopes = (string[])["books:write"] };
            var refused = await client.AskAsync(HttpMethod.Post, "auth/keys", key);
            Assert.NotNull(refused.ExpectProblem(HttpStatusCode.BadRequest, "invalid")["scopes"]);
        }
    }

    [Fact]
    public async Task C06_a_limited_session_gets_nothing_from_a_new_role_and_loses_what_an_old_one_allowed()
    {
        var (person, admin) = (await studio.RegisterAsync("moderator"), await studio.RegisterAsync("admin"));
        var tokens = (await LoginAsync(person, "books:read", "users:read")).Expect(HttpStatusCode.OK);

        Assert.Equal(["books:read", "users:read"], await RefreshedAsync("admin"));
        Assert.Equal(["books:read"], await RefreshedAsync("user"));
        var sessions = (await person.GetAsync("auth/sessions")).Expect(HttpStatusCode.OK)["items"]!.AsArray();
        Assert.Equal(["books:read", "users:read"], Texts(sessions[0]!["scopes"]!));
        Assert.Null(sessions[1]!["scopes"]);

        async Task<IEnumerable<string>> RefreshedAsync(string role)
        {
            (await admin.PatchAsync($"users/{person.Id}", new { role })).Expect(HttpStatusCode.OK);
            studio.Clock.Advance(TimeSpan.FromSeconds(2));
            var answer = await PostAsync("auth/refresh", new { refreshToken = $"{tokens["refreshToken"]}" });
            tokens = answer.Expect(HttpStatusCode.OK);
            using var client = Client(tokens);
            return await ScopesAsync(client);
        }
    }

    [Fact]
    public async Task What_there_is_not_and_what_the_role_has_not_is_refused()
    {
        var person = await studio.RegisterAsync();

        foreach (
            var scopes in (string[][])
                [
                    [],
                    ["books"],
                    ["books:read", "BOOKS:WRITE"],
                    [""],
                ]
        )
        {
            var unknown = await LoginAsync(person, scopes);
            Assert.NotNull(unknown.ExpectProblem(HttpStatusCode.BadRequest, "invalid")["scopes"]);
        }
        (await LoginAsync(person, "books:read", "admin")).ExpectProblem(HttpStatusCode.Forbidden, "scope_not_allowed");
        var wrong = new
        {
            email = person.Email,
            password = "wrong",
            scopes = (string[])["admin"],
        };
        (await PostAsync("auth/login", wrong)).ExpectProblem(HttpStatusCode.Unauthorized, "wrong_credentials");
        Assert.Single((await person.GetAsync("auth/sessions")).Expect(HttpStatusCode.OK)["items"]!.AsArray());
    }

    [Fact]
    public async Task A_login_with_a_second_factor_asks_for_them_at_its_end()
    {
        var person = await studio.RegisterAsync();
        var (app, _) = await App.EnrolAsync(studio, person);
        (await LoginAsync(person, "admin")).ExpectProblem(HttpStatusCode.Forbidden, "scope_not_allowed");
        var challenge = $"{(await LoginAsync(person, "books:read")).Expect(HttpStatusCode.Unauthorized)["challenge"]}";

        (await FinishAsync("nothing")).ExpectProblem(HttpStatusCode.BadRequest, "invalid");
        (await FinishAsync("admin")).ExpectProblem(HttpStatusCode.Forbidden, "scope_not_allowed");
        using var client = Client((await FinishAsync("books:read")).Expect(HttpStatusCode.OK));

        Assert.Equal(["books:read"], await ScopesAsync(client));

        Task<Answer> FinishAsync(string scope) =>
            PostAsync(
                "auth/login/factor",
                new
                {
                    challenge,
                    code = app.NextCode(),
                    scopes = (string[])[scope],
                }
            );
    }

    private Task<Answer> LoginAsync(Person person, params string[] scopes) =>
        PostAsync(
            "auth/login",
            new
            {
                email = person.Email,
                password = StudioFactory.Password,
                scopes,
            }
        );

    private static async Task<IEnumerable<string>> ScopesAsync(HttpClient client) =>
        Texts((await client.AskAsync(HttpMethod.Get, "auth/validate")).Expect(HttpStatusCode.OK)["scopes"]!);

    private static IEnumerable<string> Texts(JsonNode array) =>
        array.AsArray().Select(item => item!.GetValue<string>());

    private Task<Answer> PostAsync(string path, object body) => studio.Stranger.AskAsync(HttpMethod.Post, path, body);

    private HttpClient Client(JsonNode tokens)
    {
        var http = new HttpClient { BaseAddress = studio.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", $"{tokens["accessToken"]}");
        return http;
    }
}
