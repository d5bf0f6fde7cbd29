using Atelier.Identity.Passwords;
using Atelier.Platform;
using Atelier.Testing;
using Microsoft.Extensions.Options;

namespace Atelier.Identity;

public sealed class PasswordRulesTests
{
    private const string Email = "marietta@example.org";
    private static readonly PasswordRules Rules = With(RepositoryRoot.Packs);

    [Theory]
    [InlineData("password")]
    [InlineData("PassWord")]
    [InlineData("baseball")]
    [InlineData("iloveyou")]
    [InlineData("superman")]
    [InlineData("1qaz2wsx")]
    [InlineData("qwertyuiop")]
    [InlineData("1234567890")]
    [InlineData("passwordpassword")]
    [InlineData("q1w2e3r4t5y6u7i8o9p0")]
    [InlineData("1234567890qwerty")]
    [InlineData("passwordstandard")]
    [InlineData("sunshine2024!")]
    [InlineData("!!!password!!!")]
    [InlineData("monkeymonkeymonkey")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("abcabcabcabc")]
    [InlineData("zyxwvutsrqponmlk")]
    [InlineData("relationship")]
    [InlineData("constantinople")]
    public void A04_a_password_that_guessers_try_first_is_refused_with_a_reason(string password) =>
        Assert.Contains("Too many people", Rules.Check(password, Email), StringComparison.Ordinal);

    [Theory]
    [InlineData("my Marietta 1974")]
    [InlineData("MARIETTAS harbour")]
    [InlineData("the atelier of mine")]
    [InlineData("Atelier-and-thunder")]
    public void A05_a_password_with_the_addresss_or_the_products_name_is_refused(string password) =>
        Assert.Contains("must not contain", Rules.Check(password, Email), StringComparison.Ordinal);

    [Theory]
    [InlineData("ubiquitousmarshlantern")]
    [InlineData("a quiet blue harbour")]
    [InlineData("🦊🌙🍐🪁 seven foxes")]
    [InlineData("kettle-orbit-moss")]
    [InlineData("xkq7 vbwm")]
    public void A03_no_kind_of_character_is_asked_for(string password) => Assert.Null(Rules.Check(password, Email));

    [Fact]
    public void A_name_of_three_letters_forbids_no_words() =>
        Assert.Null(Rules.Check("a shallow blue boat", "all@example.org"));

    [Fact]
    public async Task A_studio_without_the_list_does_not_start() =>
        await Assert.ThrowsAsync<IOException>(() => With("/nowhere").RunAsync(TestContext.Current.CancellationToken));

    private static PasswordRules With(string packs) => new(Options.Create(new StudioOptions { Packs = packs }));
}
