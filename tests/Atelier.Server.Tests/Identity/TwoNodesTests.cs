using System.Net;
using Atelier.Realtime;
using Atelier.Support;

namespace Atelier.Identity;

/// <summary>Two studios on one database: what ends on one has ended on the other, and on its open sockets.</summary>
public sealed class TwoNodesTests(StudioFactory studio) : IClassFixture<StudioFactory>, IAsyncLifetime
{
    private Uri _other = null!;

    public async ValueTask InitializeAsync() => _other = await studio.OtherNodeAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("logout")]
    [InlineData("logout everywhere")]
    [InlineData("revoke")]
    public async Task B09_a_session_that_ends_on_one_node_ends_on_the_other_within_two_seconds(string how)
    {
        var person = await studio.RegisterAsync();
        var elsewhere = await studio.SignInAgainAsync(person);
        await using var socket = await EventsSocket.ConnectAsync(_other, person.AccessToken);
        Assert.Equal(HttpStatusCode.OK, await StatusAtOtherAsync(person));
        var session = (await person.GetAsync("auth/validate")).Expect(HttpStatusCode.OK)["sessionId"]!;

        var end = how switch
        {
            "logout" => person.PostAsync("auth/logout"),
            "revoke" => elsewhere.DeleteAsync($"auth/sessions/{session}"),
            _ => elsewhere.DeleteAsync("auth/sessions"),
        };
        (await end).Expect(HttpStatusCode.NoContent);

        (await person.GetAsync("auth/me")).Expect(HttpStatusCode.Unauthorized);
        studio.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAtOtherAsync(person));
        await socket.ClosedAsync();
    }

    [Theory]
    [InlineData("""{"disabled":true}""", HttpStatusCode.Unauthorized)]
    [InlineData("""{"role":"user"}""", HttpStatusCode.Forbidden)]
    public async Task B10_a_disabled_person_and_a_lost_role_lose_what_the_token_allowed_on_every_node(
        string change,
        HttpStatusCode status
    )
    {
        var (admin, moderator) = (await studio.RegisterAsync("admin"), await studio.RegisterAsync("moderator"));
        await using var socket = await EventsSocket.ConnectAsync(_other, moderator.AccessToken);
        Assert.Equal(HttpStatusCode.OK, await StatusAtOtherAsync(moderator, "users"));

        using var body = new StringContent(
            change,
            new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")
        );
        (await admin.PatchAsync($"users/{moderator.Id}", body)).Expect(HttpStatusCode.OK);

        studio.Clock.Advance(TimeSpan.FromSeconds(2));
        (await moderator.GetAsync("users")).Expect(status);
        Assert.Equal(status, await StatusAtOtherAsync(moderator, "users"));
        await socket.ClosedAsync();
    }

    private async Task<HttpStatusCode> StatusAtOtherAsync(Person person, string path = "auth/me")
    {
        using var http = new HttpClient { BaseAddress = _other };
        http.DefaultRequestHeaders.Authorization = new("Bearer", person.AccessToken);
        return (await http.AskAsync(HttpMethod.Get, path)).Status;
    }
}
