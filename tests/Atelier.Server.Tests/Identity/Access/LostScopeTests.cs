using System.Net;
using Atelier.Support;

namespace Atelier.Identity.Access;

public sealed class LostScopeTests(StudioFactory studio) : IClassFixture<StudioFactory>
{
    [Fact]
    public async Task C06_a_lost_scope_is_lost_within_two_seconds_and_after_a_refresh()
    {
        const string password = "an hour before the first tram";
        var admin = await studio.RegisterAsync("admin");
        var login = new { email = $"{Guid.CreateVersion7(studio.Clock.GetUtcNow()):n}@example.org", password };
        var id = (await PostAsync("auth/register", login)).Expect(HttpStatusCode.Created)["id"]!.GetValue<Guid>();
        await GiveRoleAsync("moderator");
        var tokens = (await PostAsync("auth/login", login)).Expect(HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.OK, await ListPeopleAsync($"{tokens["accessToken"]}"));

        await GiveRoleAsync("user");
        studio.Clock.Advance(TimeSpan.FromSeconds(2));
        var before = await ListPeopleAsync($"{tokens["accessToken"]}");
        var fresh = await PostAsync("auth/refresh", new { refreshToken = $"{tokens["refreshToken"]}" });
        var after = await ListPeopleAsync($"{fresh.Expect(HttpStatusCode.OK)["accessToken"]}");

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (before, after));

        async Task GiveRoleAsync(string role) =>
            (await admin.PatchAsync($"users/{id}", new { role })).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task C05_a_moderator_sees_people_and_neither_makes_nor_edits_an_admin()
    {
        var (moderator, admin) = (await studio.RegisterAsync("moderator"), await studio.RegisterAsync("admin"));

        (await moderator.GetAsync($"users/{admin.Id}")).Expect(HttpStatusCode.OK);
        foreach (var change in (object[])[new { role = "admin" }, new { role = "user" }, new { disabled = true }])
        foreach (var person in (Guid[])[moderator.Id, admin.Id])
            (await moderator.PatchAsync($"users/{person}", change)).ExpectProblem(
                HttpStatusCode.Forbidden,
                "insufficient_scope"
            );

        (await admin.GetAsync("users")).Expect(HttpStatusCode.OK);
        Assert.Equal("moderator", (await moderator.GetAsync("users/me")).Body!["role"]!.GetValue<string>());
    }

    [Fact]
    public async Task B02_a_second_token_in_the_query_refuses_the_first()
    {
        var person = await studio.RegisterAsync();

        var answer = await person.GetAsync($"auth/me?access_token={person.AccessToken}");
        using var form = new FormUrlEncodedContent([new("access_token", person.AccessToken)]);
        var inBody = await studio.Stranger.AskAsync(HttpMethod.Post, "auth/logout", form);

        answer.ExpectProblem(HttpStatusCode.Unauthorized, "unauthorized");
        inBody.ExpectProblem(HttpStatusCode.Unauthorized, "unauthorized");
        (await person.GetAsync("auth/me")).Expect(HttpStatusCode.OK);
    }

    private async Task<HttpStatusCode> ListPeopleAsync(string token)
    {
        using var http = new HttpClient { BaseAddress = studio.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return (await http.AskAsync(HttpMethod.Get, "users")).Status;
    }

    private Task<Answer> PostAsync(string path, object body) => studio.Stranger.AskAsync(HttpMethod.Post, path, body);
}
