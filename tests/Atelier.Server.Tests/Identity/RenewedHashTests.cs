using System.Net;
using Atelier.Support;
using Org.BouncyCastle.Crypto.Generators;

namespace Atelier.Identity;

/// <summary>People who came with hashes made elsewhere. Cost 5 is what this studio makes.</summary>
public sealed class RenewedHashTests(RenewedHashTests.Studio studio) : IClassFixture<RenewedHashTests.Studio>
{
    private const string Good = "$2b$05$";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2b", 4)]
    [InlineData("2a", 5)]
    [InlineData("2y", 6)]
    public async Task A_hash_made_elsewhere_is_made_anew_at_the_next_login(string version, int cost)
    {
        var person = await ImportAsync(version, cost);
        var imported = await HashOfAsync(person);

        (await LoginAsync(person, "wrong")).Expect(HttpStatusCode.Unauthorized);
        Assert.Equal(imported, await HashOfAsync(person));
        (await LoginAsync(person, StudioFactory.Password)).Expect(HttpStatusCode.OK);

        var renewed = await HashOfAsync(person);
        Assert.StartsWith(Good, renewed, StringComparison.Ordinal);
        (await LoginAsync(person, StudioFactory.Password)).Expect(HttpStatusCode.OK);
        Assert.Equal(renewed, await HashOfAsync(person));
        (await person.GetAsync("auth/me")).Expect(HttpStatusCode.OK); // other sessions stay
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public async Task A_hash_that_is_good_enough_stays(int cost)
    {
        var person = await ImportAsync("2b", cost);
        var imported = await HashOfAsync(person);

        (await LoginAsync(person, StudioFactory.Password)).Expect(HttpStatusCode.OK);

        Assert.Equal(imported, await HashOfAsync(person));
    }

    private async Task<Person> ImportAsync(string version, int cost)
    {
        var person = await studio.RegisterAsync();
        var hash = OpenBsdBCrypt.Generate(version, StudioFactory.Password.ToCharArray(), new byte[16], cost);
        await using var put = studio.Database.CreateCommand(
            $"update identity.\"user\" set password_hash = '{hash}' where id = '{person.Id}'"
        );
        await put.ExecuteNonQueryAsync(Cancel);
        return person;
    }

    private async Task<string> HashOfAsync(Person person)
    {
        await using var read = studio.Database.CreateCommand(
            $"select password_hash from identity.\"user\" where id = '{person.Id}'"
        );
        return (string)(await read.ExecuteScalarAsync(Cancel))!;
    }

    private Task<Answer> LoginAsync(Person person, string password) =>
        studio.Stranger.AskAsync(HttpMethod.Post, "auth/login", new { email = person.Email, password });

    public sealed class Studio : StudioFactory
    {
        internal override int PasswordCost => 5;
    }
}
