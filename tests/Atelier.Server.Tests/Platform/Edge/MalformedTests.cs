using System.Net;
using System.Text;
using Atelier.Support;

namespace Atelier.Platform.Edge;

public sealed class MalformedTests(StudioFactory studio) : IClassFixture<StudioFactory>
{
    private const string Login = "POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
    private const string Smuggled = "GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n";

    [Theory]
    [InlineData("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}x")]
    [InlineData("Content-Length: -1\r\n\r\n{}")]
    [InlineData("Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n{}\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n-2\r\n{}\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n2\n{}\n0\n\n")]
    [InlineData("X: a\r\n b\r\n\r\n")]
    [InlineData("X: a\0b\r\n\r\n")]
    [InlineData("X: a\nY: b\r\n\r\n")]
    [InlineData("Host: y\r\n\r\n")]
    public async Task D07_two_readings_of_one_request_are_a_400_and_the_end(string rest)
    {
        var said = await RawHttp.SayAsync(studio.Address, Login + rest + Smuggled);

        Assert.StartsWith("HTTP/1.1 400 ", said, StringComparison.Ordinal);
        Assert.Equal(1, said.Split("HTTP/1.1 ").Length - 1); // the request hidden behind it was not served
    }

    [Fact]
    public async Task D07_lines_that_end_in_a_bare_line_feed_are_a_400() =>
        Assert.StartsWith(
            "HTTP/1.1 400 ",
            await RawHttp.SayAsync(studio.Address, "GET /health/live HTTP/1.1\nHost: x\n\n"),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("X: {0}\r\n\r\n", 40_000, "431")]
    [InlineData("Content-Length: 2000000\r\n\r\n", 0, "413")] // answered before any of the body is sent
    public async Task D11_what_is_too_large_is_refused_unread(string rest, int filling, string status)
    {
        var more = rest.Replace("{0}", new string('a', filling), StringComparison.Ordinal);

        Assert.StartsWith(
            $"HTTP/1.1 {status} ",
            await RawHttp.SayAsync(studio.Address, Login + more),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-7")]
    [InlineData("no-such-letters")]
    public async Task D02_JSON_comes_as_UTF_8_only(string charset)
    {
        using var content = new ByteArrayContent("{}"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", $"application/json; charset={charset}");

        (await studio.Stranger.AskAsync(HttpMethod.Post, "auth/login", content)).ExpectProblem(
            HttpStatusCode.UnsupportedMediaType,
            "unsupported_media_type"
        );
    }

    [Fact]
    public async Task A_NUL_in_the_query_is_a_bad_field()
    {
        var admin = await studio.RegisterAsync("admin");

        var errors = (await admin.GetAsync("users?search=a%00b")).ExpectProblem(HttpStatusCode.BadRequest, "invalid");

        Assert.NotNull(errors["search"]);
    }

    [Theory]
    [InlineData("""{"prompt":"a dog\u0000"}""", "prompt")]
    [InlineData("""{"prompt":"a dog","characters":[{"name":"A\u0000","kind":"dog"}]}""", "characters[0].name")]
    public async Task A_NUL_in_a_body_is_a_bad_field_wherever_it_stands(string body, string field)
    {
        var person = await studio.RegisterAsync();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        var errors = (await person.PostAsync("books", content)).ExpectProblem(HttpStatusCode.BadRequest, "invalid");

        Assert.NotNull(errors[field]);
    }

    [Fact]
    public async Task D11_a_megabyte_of_keys_is_refused_like_any_other_body()
    {
        var keys = string.Join(',', Enumerable.Range(0, 60_000).Select(n => $"\"k{n}\":{n}"));
        using var content = new StringContent($"{{{keys}}}", Encoding.UTF8, "application/json");

        (await studio.Stranger.AskAsync(HttpMethod.Post, "auth/login", content)).Expect(HttpStatusCode.BadRequest);
    }
}
