using System.Net;
using System.Text.Json.Nodes;
using Atelier.Identity.Sessions;
using Atelier.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Atelier.Identity;

/// <summary>Who somebody is is read once a second, and anew after every write.</summary>
public sealed class MeTests(StudioFactory studio) : IClassFixture<StudioFactory>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task My_latest_change_shows_at_once()
    {
        var person = await studio.RegisterAsync();
        foreach (var name in (string[])["Ada", "Bo", "Cyd"])
        {
            (await person.PatchAsync("users/me", new { name })).Expect(HttpStatusCode.OK);
            Assert.Equal(name, await NameAsync(person));
        }
    }

    [Fact]
    public async Task What_an_admin_changes_shows_at_once()
    {
        var (admin, person) = (await studio.RegisterAsync("admin"), await studio.RegisterAsync());
        Assert.Equal("user", (await MeAsync(person))["role"]!.GetValue<string>());

        (await admin.PatchAsync($"users/{person.Id}", new { role = "moderator" })).Expect(HttpStatusCode.OK);

        Assert.Equal("moderator", (await MeAsync(person))["role"]!.GetValue<string>());
    }

    /// <summary>Somebody may ask between the write and its commit, and must not be believed afterwards.</summary>
    [Fact]
    public async Task What_was_read_before_a_commit_is_forgotten_with_it()
    {
        var person = await studio.RegisterAsync();
        await using var scope = studio.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
        (await db.Users.SingleAsync(user => user.Id == person.Id, Cancel)).Rename("Later", studio.Clock.GetUtcNow());
        await db.SaveChangesAsync(Cancel);
        Assert.Equal("Test", await NameAsync(person));

        await transaction.CommitAsync(Cancel);

        Assert.Equal("Later", await NameAsync(person));
    }

    [Fact]
    public async Task What_is_being_read_while_something_is_written_is_not_kept()
    {
        var person = await studio.RegisterAsync();
        var session = (await person.GetAsync("auth/validate")).Expect(HttpStatusCode.OK)["sessionId"]!.GetValue<Guid>();
        var standing = new SessionStanding(studio.Database, studio.Clock);
        await using var lockOut = await studio.Database.OpenConnectionAsync(Cancel);
        await using var transaction = await lockOut.BeginTransactionAsync(Cancel);
        await using (var hold = lockOut.CreateCommand())
        {
            hold.CommandText = "lock table identity.session in access exclusive mode";
            await hold.ExecuteNonQueryAsync(Cancel);
        }
        var before = standing.FindAsync(session);
        Assert.False(before.IsCompleted);
        standing.Forget();
        await transaction.RollbackAsync(Cancel);

        Assert.NotSame(await before, await standing.FindAsync(session));
        Assert.Same(await standing.FindAsync(session), await standing.FindAsync(session));
    }

    [Fact]
    public async Task A_change_on_one_node_shows_on_the_other_within_two_seconds()
    {
        var person = await studio.RegisterAsync();
        using var other = new HttpClient { BaseAddress = await studio.OtherNodeAsync() };
        other.DefaultRequestHeaders.Authorization = new("Bearer", person.AccessToken);
        Assert.Equal("Test", await OtherNameAsync());

        (await person.PatchAsync("users/me", new { name = "Ada" })).Expect(HttpStatusCode.OK);
        studio.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal("Ada", await OtherNameAsync());

        async Task<string> OtherNameAsync() =>
            (await other.AskAsync(HttpMethod.Get, "auth/me")).Expect(HttpStatusCode.OK)["name"]!.GetValue<string>();
    }

    [Fact]
    public async Task Nobody_is_shown_somebody_else()
    {
        var people = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => studio.RegisterAsync()));
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 20).SelectMany(_ => people).Select(async person => (person, me: await MeAsync(person)))
        );
        Assert.All(answers, answer => Assert.Equal(answer.person.Id, answer.me["id"]!.GetValue<Guid>()));
    }

    private static async Task<string> NameAsync(Person person) => (await MeAsync(person))["name"]!.GetValue<string>();

    private static async Task<JsonNode> MeAsync(Person person) =>
        (await person.GetAsync("auth/me")).Expect(HttpStatusCode.OK);
}
