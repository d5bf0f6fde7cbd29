using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Atelier.Support;

namespace Atelier.Identity.Keys;

/// <summary>Keys that nobody has: five from one address in an hour here.</summary>
public sealed class WrongKeyTests(WrongKeyTests.Studio studio) : IClassFixture<WrongKeyTests.Studio>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A09_wrong_keys_of_one_address_are_held_back_on_every_node_until_it_has_waited()
    {
        const string From = "198.18.0.1";
        var other = await studio.OtherNodeAsync();
        for (var n = 0; n < 5; n++)
            Assert.Equal(HttpStatusCode.Unauthorized, (await TryAsync($"atl_wrong{n}", From)).Status);

        var held = await TryAsync("atl_wrong-again", From);
        var elsewhere = await TryAsync("atl_wrong-again", From, other);

        Assert.Equal((HttpStatusCode.TooManyRequests, "too_many_requests"), (held.Status, held.Code));
        Assert.Equal(HttpStatusCode.TooManyRequests, elsewhere.Status);
        Assert.InRange(held.Wait, 1, 3600 / 5);
        Assert.Equal(HttpStatusCode.Unauthorized, (await TryAsync("atl_wrong", "198.18.0.2")).Status);
        studio.Clock.Advance(TimeSpan.FromSeconds(held.Wait));
        Assert.Equal(HttpStatusCode.Unauthorized, (await TryAsync("atl_wrong-later", From, other)).Status);
    }

    [Fact]
    public async Task A09_a_right_key_uses_nothing_up_and_is_never_held_back()
    {
        const string From = "198.18.0.3";
        var key = await KeyAsync();
        for (var n = 0; n < 8; n++)
            Assert.Equal(HttpStatusCode.OK, (await TryAsync(key, From)).Status);

        for (var n = 0; n < 5; n++)
            Assert.Equal(HttpStatusCode.Unauthorized, (await TryAsync($"atl_wrong{n}", From)).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await TryAsync("atl_wrong", From)).Status);

        Assert.Equal(HttpStatusCode.OK, (await TryAsync(key, From)).Status);
        Assert.Equal(HttpStatusCode.OK, (await TryAsync(key, From, await studio.OtherNodeAsync())).Status);
    }

    private async Task<string> KeyAsync()
    {
        var person = await studio.RegisterAsync();
        var made = await person.PostAsync("auth/keys", new { name = "Backup", scopes = (string[])["books:read"] });
        return made.Expect(HttpStatusCode.Created)["key"]!.GetValue<string>();
    }

    private async Task<(HttpStatusCode Status, string? Code, int Wait)> TryAsync(
        string key,
        string from,
        Uri? node = null
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(node ?? studio.Address, "/api/v1/auth/me"));
        request.Headers.Add("X-Forwarded-For", from);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var http = new HttpClient();
        using var answer = await http.SendAsync(request, Cancel);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        return (
            answer.StatusCode,
            JsonNode.Parse(text)?["code"]?.GetValue<string>(),
            answer.Headers.TryGetValues("Retry-After", out var wait)
                ? int.Parse(wait.Single(), CultureInfo.InvariantCulture)
                : 0
        );
    }

    public sealed class Studio : StudioFactory
    {
        protected override IEnumerable<string> Settings =>
            [.. base.Settings, "--Atelier:Http:Proxies:0=127.0.0.1", "--Atelier:Throttles:WrongKeysPerAddress=5"];
    }
}
