using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Atelier.Identity.Sessions;
using Atelier.Identity.Tokens;
using Atelier.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Atelier.Identity;

/// <summary>
/// What must never pass for an access token, tried at the front door. Most are signed with the studio's own key: the
/// attacker is granted more than they would have, so that each rule has to hold by itself.
/// </summary>
public sealed class TokenAttackTests(StudioFactory studio) : IClassFixture<StudioFactory>
{
    private SigningKey Key => studio.Services.GetRequiredService<SigningKeys>().Current;

    [Fact]
    public async Task What_the_attacks_are_made_of_is_accepted_unchanged()
    {
        var token = (await studio.RegisterAsync()).AccessToken;

        await AcceptedAsync(token);
        await AcceptedAsync(ForgedToken.Sign(Header(), ForgedToken.BodyOf(token), Key.Secret));
    }

    [Fact]
    public async Task B03_no_algorithm_but_HS256_is_taken()
    {
        var token = (await studio.RegisterAsync()).AccessToken;
        var body = ForgedToken.BodyOf(token);
        foreach (
            var alg in (string[])["none", "None", "nOnE", "HS384", "HS512", "RS256", "ES256", "hs256", "", "HS256 "]
        )
        {
            await RefusedAsync(ForgedToken.Sign(Header(alg), body, Key.Secret));
            await RefusedAsync(ForgedToken.Unsigned(Header(alg), body));
        }
        await RefusedAsync(ForgedToken.SignWithSha384(Header("HS384"), body, Key.Secret));
        await RefusedAsync(ForgedToken.SignWithSha384(Header(), body, Key.Secret));
        await RefusedAsync(ForgedToken.Unsigned(Header(), body));
        await RefusedAsync(ForgedToken.Sign($$"""{"kid":"{{Key.Id}}","typ":"at+jwt"}""", body, Key.Secret));
        await RefusedAsync(ForgedToken.Sign($$"""{"alg":"HS256","alg":"none","kid":"{{Key.Id}}"}""", body, Key.Secret));
    }

    [Fact]
    public async Task B04_a_token_cannot_bring_or_name_its_own_key_and_nothing_is_fetched()
    {
        var body = ForgedToken.BodyOf((await studio.RegisterAsync()).AccessToken);
        var own = RandomNumberGenerator.GetBytes(32);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/keys";

        foreach (
            var kid in (string[])[url, "../../../dev/null", "/etc/passwd", "x' or '1'='1", "\\u0000", "", Key.Id + " "]
        )
        foreach (var secret in (byte[][])[own, [0], Key.Secret])
            await RefusedAsync(ForgedToken.Sign(Header(kid: kid), body, secret));
        var jwk = $$"""{"kty":"oct","k":"{{ForgedToken.Encode("0123456789abcdef0123456789abcdef")}}"}""";
        foreach (
            var more in (string[])[$"\"jku\":\"{url}\"", $"\"x5u\":\"{url}\"", $"\"jwk\":{jwk}", "\"x5c\":[\"AAAA\"]"]
        )
        foreach (var secret in (byte[][])[own, "0123456789abcdef0123456789abcdef"u8.ToArray(), Key.Secret])
            await RefusedAsync(ForgedToken.Sign(Header(more: more), body, secret));

        Assert.False(listener.Pending());
    }

    [Fact]
    public async Task B05_times_must_be_there_and_hold()
    {
        var token = (await studio.RegisterAsync()).AccessToken;
        var now = studio.Clock.GetUtcNow().ToUnixTimeSeconds();
        (string, JsonNode?)[] attacks =
        [
            ("exp", now - 91),
            ("exp", null),
            ("exp", "9e99"),
            ("exp", $"{now + 600}"),
            ("exp", -1),
            ("exp", 0),
            ("exp", 9e99),
            ("exp", now + 600.5),
            ("exp", long.MaxValue),
            ("exp", new JsonArray(now + 600)),
            ("exp", true),
            ("nbf", now + 300),
            ("nbf", null),
            ("nbf", "soon"),
        ];
        foreach (var attack in attacks)
            await RefusedAsync(ForgedToken.Sign(Header(), ForgedToken.BodyOf(token, attack), Key.Secret));
    }

    [Fact]
    public async Task B06_a_token_of_another_house_or_another_kind_is_refused()
    {
        var token = (await studio.RegisterAsync()).AccessToken;
        (string, JsonNode?)[] attacks =
        [
            ("iss", "someone"),
            ("iss", null),
            ("iss", "Atelier"),
            ("aud", "other-api"),
            ("aud", null),
            ("aud", new JsonArray("other-api")),
            ("sid", null),
            ("sid", "not an id"),
            ("sid", Guid.Empty.ToString()),
        ];
        foreach (var attack in attacks)
            await RefusedAsync(ForgedToken.Sign(Header(), ForgedToken.BodyOf(token, attack), Key.Secret));
        foreach (var typ in (string[])["JWT", "rt+jwt", "reset+jwt", "AT+JWT", "application/at+jwt", ""])
            await RefusedAsync(ForgedToken.Sign(Header(typ: typ), ForgedToken.BodyOf(token), Key.Secret));
        await RefusedAsync(RefreshToken.NewText()); // a refresh token and the token of a reset link look like this
    }

    [Fact]
    public async Task B06_a_role_or_scope_that_the_person_has_not_got_is_not_taken_from_a_token()
    {
        var token = (await studio.RegisterAsync()).AccessToken;
        var claims = ForgedToken.BodyOf(token, ("role", "admin"), ("scope", "users:read users:write admin"));

        var (status, challenge) = await AskAsync(ForgedToken.Sign(Header(), claims, Key.Secret), "users");

        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Equal("Bearer error=\"insufficient_scope\", scope=\"users:read\"", challenge);
    }

    [Fact]
    public async Task B07_no_wrapping_compression_or_other_serialisation_is_opened()
    {
        var token = (await studio.RegisterAsync()).AccessToken;
        var (header, body, signature) = token.Split('.') switch
        {
            var parts => (parts[0], parts[1], parts[2]),
        };

        await RefusedAsync(ForgedToken.Sign(Header(more: "\"zip\":\"DEF\""), ForgedToken.BodyOf(token), Key.Secret));
        await RefusedAsync(ForgedToken.Sign(Header(more: "\"cty\":\"JWT\""), token, Key.Secret));
        await RefusedAsync(ForgedToken.Sign(Header(), $"\"{token}\"", Key.Secret));
        await RefusedAsync(ForgedToken.Sign(Header(more: "\"p2c\":2147483648"), ForgedToken.BodyOf(token), Key.Secret));
        await RefusedAsync(
            $"{ForgedToken.Encode("""{"alg":"PBES2-HS256+A128KW","enc":"A128GCM","p2c":2147483648,"p2s":"AAAA"}""")}.AAAA.AAAA.AAAA.AAAA"
        );
        await RefusedAsync($"{ForgedToken.Encode("""{"alg":"dir","enc":"A256GCM"}""")}..AAAA.AAAA.AAAA");
        await RefusedAsync($$"""{"payload":"{{body}}","protected":"{{header}}","signature":"{{signature}}"}""");
        await RefusedAsync(ForgedToken.Sign(Header(), Deep(1000), Key.Secret));
        await RefusedAsync(ForgedToken.Sign(Header(), "[]", Key.Secret));
        await RefusedAsync(ForgedToken.Sign(Header(), "", Key.Secret));
    }

    [Fact]
    public async Task B07_a_token_too_long_to_be_ours_is_refused_unread()
    {
        var token = (await studio.RegisterAsync()).AccessToken;
        var padded = ForgedToken.BodyOf(token, ("filler", new string('x', 5000)));
        await RefusedAsync(ForgedToken.Sign(Header(), padded, Key.Secret));

        var huge = ForgedToken.BodyOf(token, ("filler", new string('x', 48 * 1024)));
        var answer = await AskAsync(ForgedToken.Sign(Header(), huge, Key.Secret));

        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, answer.Status);
    }

    [Fact]
    public async Task B08_a_token_has_one_spelling()
    {
        var token = (await studio.RegisterAsync()).AccessToken;
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        // 32 bytes leave two bits of the last letter unused: four spellings decode to the same MAC.
        var last = alphabet.IndexOf(token[^1], StringComparison.Ordinal);
        foreach (var twin in Enumerable.Range(1, 3).Select(i => alphabet[last ^ i]))
            await RefusedAsync(token[..^1] + twin);
        var dot = token.IndexOf('.', StringComparison.Ordinal);
        string[] spellings =
        [
            token + "=",
            token + "==",
            token.Insert(dot, "="),
            token.Insert(10, " "),
            token.Insert(10, "\t"),
            token + ".",
            "." + token,
            token.Replace(".", "..", StringComparison.Ordinal),
            token.Insert(10, "%"),
            "\"" + token + "\"",
            token + "," + token,
        ];
        foreach (var spelling in spellings)
            await RefusedAsync(spelling);
    }

    private string Header(string alg = "HS256", string? kid = null, string typ = "at+jwt", string? more = null) =>
        $$"""{"alg":"{{alg}}","kid":"{{kid ?? Key.Id}}","typ":"{{typ}}"{{(more is null ? "" : "," + more)}}}""";

    private static string Deep(int levels) =>
        string.Concat(Enumerable.Repeat("{\"a\":", levels)) + "1" + new string('}', levels);

    private async Task AcceptedAsync(string token) => Assert.Equal(HttpStatusCode.OK, (await AskAsync(token)).Status);

    private async Task RefusedAsync(string token)
    {
        var (status, challenge) = await AskAsync(token);
        Assert.True(status == HttpStatusCode.Unauthorized, $"{status} for {token}");
        Assert.Equal("Bearer error=\"invalid_token\"", challenge);
    }

    private async Task<(HttpStatusCode Status, string? Challenge)> AskAsync(string token, string path = "auth/me")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/api/v1/{path}", UriKind.Relative));
        Assert.True(request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}"));
        using var response = await studio.Stranger.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, response.Headers.WwwAuthenticate.SingleOrDefault()?.ToString());
    }
}
