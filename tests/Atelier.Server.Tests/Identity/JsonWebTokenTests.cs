using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using Atelier.Identity.Tokens;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Atelier.Identity;

public sealed class JsonWebTokenTests : IDisposable
{
    private static readonly SigningKey Key = new("2026-a", [.. Enumerable.Range(0, 32).Select(i => (byte)i)]);
    private static readonly DateTimeOffset Noon = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("atelier-keys-test-");
    private readonly MovableClock _clock = new(Noon);
    private readonly JsonWebToken _tokens;

    public JsonWebTokenTests() => _tokens = With(Key);

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_MAC_agrees_with_RFC_7515_appendix_A1()
    {
        var secret = Base64Url.DecodeFromChars(
            "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"
        );
        const string signed =
            "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9"
            + ".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
        Assert.Equal(
            "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
            Base64Url.EncodeToString(JsonWebToken.Mac(secret, signed))
        );
    }

    [Fact]
    public void A_signed_token_gives_its_claims_back() =>
        Assert.Equal("ada", (string?)_tokens.Verify(Signed())?["sub"]);

    [Fact]
    public void A_token_ends_when_its_time_is_up()
    {
        var token = Signed();
        _clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Null(_tokens.Verify(token));
    }

    [Fact]
    public void A_token_from_the_future_is_refused()
    {
        var token = Signed();
        _clock.Advance(TimeSpan.FromMinutes(-5));
        Assert.Null(_tokens.Verify(token));
    }

    [Fact]
    public void An_old_key_still_verifies_after_rotation_and_an_unknown_one_does_not()
    {
        var next = new SigningKey("2026-b", [.. Enumerable.Repeat((byte)7, 32)]);
        var token = Signed();
        Assert.NotNull(With(next, Key).Verify(token));
        Assert.Null(With(next).Verify(token));
    }

    [Theory]
    [InlineData("""{"alg":"none","kid":"2026-a","typ":"at+jwt"}""")]
    [InlineData("""{"alg":"HS512","kid":"2026-a","typ":"at+jwt"}""")]
    [InlineData("""{"alg":"RS256","kid":"2026-a","typ":"at+jwt"}""")]
    [InlineData("""{"alg":"HS256","kid":"../../dev/null","typ":"at+jwt"}""")]
    [InlineData("""{"alg":"HS256","typ":"at+jwt"}""")]
    [InlineData("""{"alg":"HS256","kid":"2026-a","typ":"JWT"}""")]
    [InlineData("""{"alg":"HS256","kid":"2026-a","typ":"at+jwt","crit":["exp"]}""")]
    [InlineData("""{"alg":"HS256","alg":"none","kid":"2026-a","typ":"at+jwt"}""")]
    [InlineData("not json")]
    public void A_header_that_is_not_ours_is_refused_even_when_signed(string header)
    {
        var body = Signed().Split('.')[1];
        Assert.Null(_tokens.Verify(Forge(header, body)));
    }

    [Theory]
    [InlineData("iss", "someone")]
    [InlineData("aud", "other-api")]
    public void A_claim_of_another_house_is_refused(string claim, string value)
    {
        var body = JsonNode.Parse(Base64Url.DecodeFromChars(Signed().Split('.')[1]))!;
        body[claim] = value;
        var header = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(Signed().Split('.')[0]));
        Assert.Null(
            _tokens.Verify(Forge(header, Base64Url.EncodeToString(Encoding.UTF8.GetBytes(body.ToJsonString()))))
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b")]
    [InlineData("a.b.c.d.e")]
    [InlineData("..")]
    public void What_is_no_token_is_refused(string token) => Assert.Null(_tokens.Verify(token));

    [Fact]
    public void Another_spelling_of_the_same_bytes_is_refused()
    {
        var token = Signed();
        Assert.Null(_tokens.Verify(token + "="));
        Assert.Null(_tokens.Verify(token + new string('A', 5000)));
    }

    private JsonWebToken With(params SigningKey[] keys)
    {
        var file = new KeyFile(Path.Combine(_folder.FullName, "keys.json"));
        file.Replace(keys);
        var options = Options.Create(new IdentityOptions());
        return new(new SigningKeys(file, options, _clock, NullLogger<SigningKeys>.Instance), _clock);
    }

    private string Signed() => _tokens.Sign(new JsonObject { ["sub"] = "ada" }, TimeSpan.FromMinutes(30));

    private static string Forge(string header, string body)
    {
        var signed = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{body}";
        return $"{signed}.{Base64Url.EncodeToString(JsonWebToken.Mac(Key.Secret, signed))}";
    }
}
