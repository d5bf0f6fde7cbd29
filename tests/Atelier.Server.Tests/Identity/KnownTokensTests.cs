using System.Text.Json.Nodes;
using Atelier.Identity.Contracts;
using Atelier.Identity.Tokens;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Atelier.Identity;

/// <summary>A token that was verified once is judged like one that never was.</summary>
public sealed class KnownTokensTests : IDisposable
{
    private static readonly SigningKey Key = new("2026-a", [.. Enumerable.Range(0, 32).Select(i => (byte)i)]);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("atelier-keys-test-");
    private readonly MovableClock _clock = new(new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly KeyFile _file;
    private readonly SigningKeys _keys;
    private readonly JsonWebToken _tokens;
    private readonly KnownTokens _known;

    public KnownTokensTests()
    {
        _file = new(Path.Combine(_folder.FullName, "keys.json"));
        _file.Replace([Key]);
        var options = Options.Create(new IdentityOptions());
        _keys = new(_file, options, _clock, NullLogger<SigningKeys>.Instance);
        _tokens = new(_keys, _clock);
        _known = new(_tokens);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_token_that_comes_again_makes_the_same_caller()
    {
        var token = Signed();
        Assert.Same(_known.Find(token), _known.Find(token));
    }

    [Theory]
    [InlineData(31)]
    [InlineData(-5)]
    public void A_remembered_token_is_good_in_its_time_only(int minutes)
    {
        var token = Signed();
        Assert.NotNull(_known.Find(token));
        _clock.Advance(TimeSpan.FromMinutes(minutes));
        Assert.Null(_known.Find(token));
    }

    [Fact]
    public void A_remembered_token_dies_with_the_key_that_made_it()
    {
        var token = Signed();
        Assert.NotNull(_known.Find(token));
        var next = new SigningKey("2026-b", [.. Enumerable.Repeat((byte)7, 32)], _clock.GetUtcNow());
        _file.Replace([next, Key]);
        Assert.NotNull(_known.Find(token));
        _clock.Advance(TimeSpan.FromMinutes(32)); // longer than any token of the old key
        Assert.Null(_known.Find(token));
    }

    /// <summary>Which happens while requests are under way.</summary>
    [Fact]
    public void A_token_stays_good_when_the_same_keys_are_read_anew()
    {
        var read = _tokens.Read(Signed())!;
        _file.Replace([new("2026-b", [.. Enumerable.Repeat((byte)7, 32)], _clock.GetUtcNow()), Key]);
        _keys.Reload();
        Assert.NotSame(read.Key, _keys.Find(Key.Id));
        Assert.True(_tokens.IsGood(read));
    }

    [Fact]
    public void A_key_that_is_replaced_under_its_name_verifies_no_older_token()
    {
        var token = Signed();
        Assert.NotNull(_known.Find(token));
        _file.Replace([Key with { Secret = [.. Enumerable.Repeat((byte)9, 32)] }, new("2026-b", Key.Secret)]);
        _keys.Reload();
        Assert.Null(_known.Find(token));
    }

    [Fact]
    public void No_remembered_token_vouches_for_one_that_differs_in_a_letter()
    {
        var token = Signed();
        Assert.NotNull(_known.Find(token));
        for (var i = 0; i < token.Length; i++)
            Assert.Null(_known.Find(token[..i] + (token[i] == 'A' ? 'B' : 'A') + token[(i + 1)..]));
        Assert.Null(_known.Find(token + "="));
        Assert.Null(_known.Find(token[..^1]));
        Assert.Null(_known.Find(new string('€', JsonWebToken.LongestToken)));
        Assert.Null(_known.Find(new string('A', JsonWebToken.LongestToken + 1)));
    }

    [Fact]
    public void A_role_that_is_lost_and_won_again_decides_what_the_token_allows_each_time()
    {
        var known = _known.Find(Signed())!;
        Assert.True(ScopesAs("admin").Contains("admin"));
        Assert.False(ScopesAs("user").Contains("admin"));
        Assert.True(ScopesAs("admin").Contains("admin"));
        Assert.False(ScopesAs("admin").Contains("users:read")); // which the token never had

        IReadOnlySet<string> ScopesAs(string role) => known.As(role, "Bearer").User.Scopes;
    }

    private string Signed() =>
        _tokens.Sign(
            new JsonObject
            {
                ["sub"] = Guid.Empty.ToString(),
                [CurrentUser.SessionClaim] = Guid.Empty.ToString(),
                ["role"] = "admin",
                ["scope"] = "admin books:read",
            },
            TimeSpan.FromMinutes(30)
        );
}
