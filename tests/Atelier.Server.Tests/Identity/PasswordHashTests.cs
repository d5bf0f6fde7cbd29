using Atelier.Identity.Passwords;

namespace Atelier.Identity;

public sealed class PasswordHashTests
{
    [Fact]
    public void A_password_matches_its_own_hash_and_no_other()
    {
        var hash = PasswordHash.Make("correct horse battery");
        Assert.StartsWith("$2b$12$", hash, StringComparison.Ordinal);
        Assert.True(PasswordHash.Matches("correct horse battery", hash));
        Assert.False(PasswordHash.Matches("correct horse batterY", hash));
    }

    [Theory] // Known answers of the OpenBSD implementation.
    [InlineData("$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW", "U*U")]
    [InlineData("$2a$05$CCCCCCCCCCCCCCCCCCCCC.VGOzA784oUp/Z0DY336zx7pLYAy0lwK", "U*U*")]
    public void A_hash_made_elsewhere_is_honoured(string hash, string password) =>
        Assert.True(PasswordHash.Matches(password, hash));

    [Theory]
    [InlineData("$2b$12$", false)]
    [InlineData("$2b$13$", false)]
    [InlineData("$2b$11$", true)]
    [InlineData("$2a$12$", true)]
    [InlineData("$2y$14$", true)]
    public void A_hash_of_an_old_version_or_a_low_cost_is_outdated(string beginning, bool isOutdated) =>
        Assert.Equal(isOutdated, PasswordHash.IsOutdated(beginning + new string('.', 53)));

    [Theory]
    [InlineData(4)]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(12)]
    public void A06_a_check_of_a_cheap_hash_is_as_much_work_as_one_that_was_made_here(int cost) =>
        Assert.Equal(1 << 12, (1 << cost) + PasswordHash.Missing(cost, 12).Sum(missing => 1 << missing));

    [Fact]
    public void Without_a_hash_nothing_matches() => Assert.False(PasswordHash.Matches("anything", null));

    [Fact]
    public void A03_two_spellings_of_one_phrase_are_one_password() =>
        Assert.True(PasswordHash.Matches("cafe\u0301 au lait", PasswordHash.Make("caf\u00e9 au lait")));

    [Fact]
    public void A02_seventy_two_bytes_fit_and_one_more_does_not()
    {
        Assert.True(PasswordHash.Fits(new string('a', 72)));
        Assert.False(PasswordHash.Fits(new string('a', 73)));
        Assert.False(PasswordHash.Fits(new string('é', 37)));
    }
}
