using System.Net;
using Atelier.Platform.Http;
using Atelier.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Atelier.Platform.Edge;

/// <summary>What the studio tells browsers and believes of proxies, with and without settings.</summary>
public sealed class EdgeTests(EdgeTests.Plain plain, EdgeTests.Proxied proxied)
    : IClassFixture<EdgeTests.Plain>,
        IClassFixture<EdgeTests.Proxied>
{
    private const string App = "https://app.example.org";

    [Theory]
    [InlineData("/docs")]
    [InlineData("/docs/files/swagger-ui.css")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/health/live")]
    [InlineData("/api/v1/auth/me")]
    [InlineData("/nowhere")]
    public async Task D04_every_answer_carries_the_security_headers(string path)
    {
        using var answer = await AskAsync(plain, path);

        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", Header(answer, "Referrer-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Resource-Policy"));
        var policy = Header(answer, "Content-Security-Policy")!;
        foreach (var rule in (string[])["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
            Assert.Contains(rule, policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("X-Powered-By"));
    }

    [Fact]
    public async Task D04_pages_hold_no_script_and_no_style_of_their_own()
    {
        using var answer = await AskAsync(plain, "/docs");
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains("script-src 'self'", Header(answer, "Content-Security-Policy")!, StringComparison.Ordinal);
        Assert.DoesNotMatch("<script(?![^>]*src=)|<style|style=|onload=", html);
    }

    [Fact]
    public async Task D04_HSTS_is_said_on_TLS_only()
    {
        using var plainly = await AskAsync(proxied, "/health/live", ("Host", "atelier.example.org"));
        using var encrypted = await AskAsync(
            proxied,
            "/health/live",
            ("Host", "atelier.example.org"),
            ("X-Forwarded-For", "203.0.113.7"),
            ("X-Forwarded-Proto", "https")
        );

        Assert.Null(Header(plainly, "Strict-Transport-Security"));
        Assert.Contains("max-age=31536000", Header(encrypted, "Strict-Transport-Security")!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(App, App)]
    [InlineData("https://evil.test", null)]
    [InlineData("null", null)]
    [InlineData("https://app.example.org.evil.test", null)]
    [InlineData("http://app.example.org", null)]
    public async Task D05_only_configured_origins_may_read(string origin, string? allowed)
    {
        using var answer = await AskAsync(proxied, "/api/v1/auth/me", ("Origin", origin));
        using var stranger = await AskAsync(plain, "/api/v1/auth/me", ("Origin", origin));

        Assert.Equal(allowed, Header(answer, "Access-Control-Allow-Origin"));
        Assert.Null(Header(stranger, "Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData(App, HttpStatusCode.Unauthorized)] // no token, but welcome to bring one
    [InlineData("https://evil.test", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    public async Task F01_a_page_of_a_foreign_origin_opens_no_live_connection(string origin, HttpStatusCode status)
    {
        using var answer = await AskAsync(proxied, "/ws/events", ("Origin", origin));

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task F01_the_studios_own_page_connects()
    {
        using var answer = await AskAsync(
            plain,
            "/ws/events",
            ("Origin", plain.Address.GetLeftPart(UriPartial.Authority))
        );

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("X-Real-IP", "203.0.113.7")]
    [InlineData("Forwarded", "for=203.0.113.7;proto=https")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("X-Forwarded-Host", "evil.test")]
    public async Task D08_words_about_the_client_change_nothing_when_anybody_says_them(string name, string value)
    {
        var unspoken = await WhoAsync(plain);

        Assert.Equal(unspoken, await WhoAsync(plain, (name, value)));
    }

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("203.0.113.7, 10.1.2.3", "203.0.113.7")] // through two proxies of ours
    [InlineData("203.0.113.7, 198.51.100.9", "198.51.100.9")] // the client made the first one up
    public async Task D08_a_trusted_proxy_is_believed_as_far_as_it_is_trusted(string forwarded, string client) =>
        Assert.Equal(
            $"https {client}",
            await WhoAsync(proxied, ("X-Forwarded-For", forwarded), ("X-Forwarded-Proto", "https"))
        );

    [Fact]
    public async Task D06_what_is_for_one_person_is_stored_nowhere()
    {
        var person = await plain.RegisterAsync();
        foreach (var path in (string[])["auth/me", "projects", "books", "jobs/stats", "auth/sessions"])
        {
            using var answer = await person.Http.GetAsync(
                new Uri($"/api/v1/{path}", UriKind.Relative),
                TestContext.Current.CancellationToken
            );
            Assert.Equal("no-store", Header(answer, "Cache-Control"));
        }
        (await person.GetAsync("auth/me/x.css")).ExpectProblem(HttpStatusCode.NotFound, "not_found");
        (await person.GetAsync("auth/me;x.css")).ExpectProblem(HttpStatusCode.NotFound, "not_found");
    }

    [Theory]
    [InlineData("TRACE", "/api/v1/auth/me")]
    [InlineData("PUT", "/api/v1/auth/me")]
    [InlineData("POST", "/health")]
    [InlineData("TRACE", "/health/live")]
    [InlineData("DELETE", "/docs")]
    public async Task D03_an_undeclared_method_is_a_405_that_names_the_others(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Add("X-HTTP-Method-Override", "GET");
        using var answer = await plain.Stranger.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Contains("GET", answer.Content.Headers.Allow.ToList());
    }

    [Theory]
    [InlineData("/api/v1/auth/me", HttpStatusCode.Unauthorized)]
    [InlineData("/api/v1/nowhere", HttpStatusCode.NotFound)]
    public async Task D02_a_refusal_is_a_problem_also_for_who_asked_for_a_picture(string path, HttpStatusCode status)
    {
        using var answer = await AskAsync(plain, path, ("Accept", "image/png"));

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("/health/details")]
    [InlineData("/metrics")]
    [InlineData("/debug")]
    [InlineData("/api/v0/books")]
    [InlineData("/api/books")]
    [InlineData("/.git/config")]
    [InlineData("/docs/files/%2e%2e/package.json")]
    public async Task D13_outsiders_see_nothing_of_the_inside(string path)
    {
        using var answer = await AskAsync(plain, path);

        Assert.True(
            answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.NotFound,
            $"{answer.StatusCode}"
        );
    }

    private static Task<HttpResponseMessage> AskAsync(
        StudioFactory studio,
        string path,
        params (string Name, string Value)[] headers
    )
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return studio.Stranger.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<string> WhoAsync(StudioFactory studio, params (string Name, string Value)[] headers)
    {
        using var answer = await AskAsync(studio, "/test/who", headers);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

    public class Plain : StudioFactory
    {
        internal override void Extend(WebApplication app) =>
            app.MapGet("/test/who", (HttpContext http) => $"{http.Request.Scheme} {http.Connection.RemoteIpAddress}")
                .WithMetadata(AccessRule.Open);
    }

    public sealed class Proxied : Plain
    {
        protected override IEnumerable<string> Settings =>
            [
                $"--Atelier:Http:Origins:0={App}",
                "--Atelier:Http:Proxies:0=127.0.0.1",
                "--Atelier:Http:Proxies:1=10.0.0.0/8",
            ];
    }
}
