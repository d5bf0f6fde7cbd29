using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Atelier.Identity.Factors;
using Atelier.Support;

namespace Atelier.Identity;

/// <summary>The refresh token of a web client, which lives where scripts cannot read it.</summary>
public sealed class RefreshCookieTests(RefreshCookieTests.Proxied studio) : IClassFixture<RefreshCookieTests.Proxied>
{
    private const string App = "https://app.example.org";

    [Theory]
    [InlineData("http", "atelier_refresh=", "; max-age=604800; path=/; samesite=strict; httponly")]
    [InlineData("https", "__Host-atelier_refresh=", "; max-age=604800; path=/; secure; samesite=strict; httponly")]
    public async Task B16_a_web_client_gets_its_refresh_token_as_a_cookie_only(string scheme, string name, string rules)
    {
        var person = await studio.RegisterAsync();

        var login = await LoginAsync(person, scheme);

        Assert.StartsWith(name, login.Cookie!, StringComparison.Ordinal);
        Assert.EndsWith(rules, login.Cookie!, StringComparison.Ordinal);
        Assert.Null(login.Body!["refreshToken"]);
        Assert.NotNull(login.Body["accessToken"]);
        Assert.DoesNotContain(TokenIn(login.Cookie!), login.Body.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task B16_who_does_not_ask_for_the_cookie_gets_none()
    {
        var person = await studio.RegisterAsync();
        var body = new { email = person.Email, password = StudioFactory.Password };

        var login = await SendAsync("auth/login", body);

        Assert.NotNull(login.Body!["refreshToken"]);
        Assert.Null(login.Cookie);
    }

    [Fact]
    public async Task B16_a_login_with_a_second_factor_takes_the_cookie_too()
    {
        var person = await studio.RegisterAsync();
        var (app, _) = await Factors.App.EnrolAsync(studio, person);
        var challenge = $"{(await LoginAsync(person)).Body!["challenge"]}";

        var code = app.NextCode();
        var login = await SendAsync(
            "auth/login/factor",
            new
            {
                challenge,
                code,
                refreshCookie = true,
            }
        );

        Assert.Equal(HttpStatusCode.OK, login.Status);
        Assert.Null(login.Body!["refreshToken"]);
        Assert.Equal(HttpStatusCode.OK, (await RefreshAsync(login.Cookie!)).Status);
    }

    [Fact]
    public async Task B16_a_refresh_puts_the_successor_into_the_cookie_and_the_old_one_dies()
    {
        var person = await studio.RegisterAsync();
        var first = (await LoginAsync(person)).Cookie!;

        var refreshed = await RefreshAsync(first);
        studio.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(HttpStatusCode.OK, refreshed.Status);
        Assert.Null(refreshed.Body!["refreshToken"]);
        Assert.NotEqual(TokenIn(first), TokenIn(refreshed.Cookie!));
        Assert.Equal(HttpStatusCode.OK, (await RefreshAsync(refreshed.Cookie!)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await RefreshAsync(first)).Status);
    }

    [Fact]
    public async Task B16_the_token_in_the_body_counts_before_the_cookie()
    {
        var (one, two) = (await studio.RegisterAsync(), await studio.RegisterAsync());
        var cookie = (await LoginAsync(one)).Cookie!;
        var body = new { refreshToken = TokenIn((await LoginAsync(two)).Cookie!) };

        var refreshed = await SendAsync("auth/refresh", body, cookie);

        Assert.NotNull(refreshed.Body!["refreshToken"]);
        Assert.Null(refreshed.Cookie);
    }

    [Fact]
    public async Task B16_a_refresh_without_any_token_or_with_a_made_up_cookie_is_refused()
    {
        foreach (var cookie in (string?[])[null, "atelier_refresh=", Long])
            Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync("auth/refresh", null, cookie)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync("auth/refresh", new { })).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await RefreshAsync("atelier_refresh=made-up")).Status);
    }

    [Theory]
    [InlineData("Origin", "https://evil.test", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "https://app.example.org.evil.test", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.OK)]
    [InlineData("Origin", App, HttpStatusCode.OK)]
    [InlineData("Origin", "http://atelier.example.org", HttpStatusCode.OK)]
    public async Task B16_only_pages_of_an_own_origin_use_the_cookie(string header, string value, HttpStatusCode status)
    {
        var person = await studio.RegisterAsync();
        var cookie = (await LoginAsync(person)).Cookie!;

        var refreshed = await RefreshAsync(cookie, (header, value));

        Assert.Equal(status, refreshed.Status);
        if (status == HttpStatusCode.Forbidden)
        {
            Assert.Equal("foreign_origin", $"{refreshed.Body!["code"]}");
            Assert.Null(refreshed.Cookie);
            Assert.Equal(HttpStatusCode.OK, (await RefreshAsync(cookie)).Status); // nothing was used up
        }
    }

    [Fact]
    public async Task B16_a_logout_clears_the_cookie_and_ends_its_session()
    {
        var person = await studio.RegisterAsync();
        var login = await LoginAsync(person);
        var bearer = ("Authorization", $"Bearer {login.Body!["accessToken"]}");

        var foreign = await SendAsync("auth/logout", null, login.Cookie, bearer, ("Origin", "https://evil.test"));
        var logout = await SendAsync("auth/logout", null, login.Cookie, bearer);

        Assert.Equal(HttpStatusCode.Forbidden, foreign.Status);
        Assert.Equal(HttpStatusCode.NoContent, logout.Status);
        Assert.StartsWith("atelier_refresh=; expires=Thu, 01 Jan 1970", logout.Cookie!, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await RefreshAsync(login.Cookie!)).Status);
    }

    [Fact]
    public async Task B16_a_logout_also_ends_the_login_that_another_tab_left_in_the_cookie()
    {
        var person = await studio.RegisterAsync();
        var (tab, other) = (await LoginAsync(person), await LoginAsync(person));
        var bearer = ("Authorization", $"Bearer {tab.Body!["accessToken"]}");

        await SendAsync("auth/logout", null, other.Cookie, bearer);

        Assert.Equal(HttpStatusCode.Unauthorized, (await RefreshAsync(other.Cookie!)).Status);
    }

    private static string Long => $"atelier_refresh={new string('a', 4000)}";

    private static string TokenIn(string cookie) => cookie.Split(';')[0].Split('=')[1];

    private Task<Seen> LoginAsync(Person person, string scheme = "http") =>
        SendAsync(
            "auth/login",
            new
            {
                email = person.Email,
                password = StudioFactory.Password,
                refreshCookie = true,
            },
            null,
            ("X-Forwarded-For", "203.0.113.7"),
            ("X-Forwarded-Proto", scheme)
        );

    private Task<Seen> RefreshAsync(string cookie, params (string Name, string Value)[] headers) =>
        SendAsync("auth/refresh", null, cookie, headers);

    /// <summary>As a browser would, with exactly these cookies and headers.</summary>
    private async Task<Seen> SendAsync(
        string path,
        object? body,
        string? cookie = null,
        params (string Name, string Value)[] headers
    )
    {
        using var browser = new HttpClient(new SocketsHttpHandler { UseCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(studio.Address, $"/api/v1/{path}"));
        request.Headers.Host = "atelier.example.org";
        request.Content = body is null ? null : JsonContent.Create(body);
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie.Split(';')[0]);
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        using var answer = await browser.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var set = answer.Headers.TryGetValues("Set-Cookie", out var cookies)
            ? cookies.SingleOrDefault(c => c.Contains("atelier_refresh=", StringComparison.Ordinal))
            : null;
        return new(answer.StatusCode, text.Length > 0 ? JsonNode.Parse(text) : null, set);
    }

    private sealed record Seen(HttpStatusCode Status, JsonNode? Body, string? Cookie);

    public sealed class Proxied : StudioFactory
    {
        protected override IEnumerable<string> Settings =>
            [.. base.Settings, $"--Atelier:Http:Origins:0={App}", "--Atelier:Http:Proxies:0=127.0.0.1"];
    }
}
