using System.Net;
using Atelier.Support;

namespace Atelier.Identity;

public sealed class UserTests(StudioFactory studio) : IClassFixture<StudioFactory>
{
    [Fact]
    public async Task C03_a_person_changes_their_name_and_nothing_else()
    {
        var person = await studio.RegisterAsync();

        (await person.PatchAsync("users/me", new { name = " Ann ", role = "admin" })).Expect(HttpStatusCode.OK);

        var me = (await person.GetAsync("users/me")).Expect(HttpStatusCode.OK);
        Assert.Equal(("Ann", "user"), (me["name"]!.GetValue<string>(), me["role"]!.GetValue<string>()));
        var blank = await person.PatchAsync("users/me", new { name = "  " });
        Assert.NotNull(blank.ExpectProblem(HttpStatusCode.BadRequest, "invalid")["name"]);
    }

    [Fact]
    public async Task C05_who_may_see_and_change_people_follows_the_role()
    {
        var someone = await studio.RegisterAsync();
        foreach (
            var (role, mayRead, mayWrite) in ((string, bool, bool)[])
                [("user", false, false), ("moderator", true, false), ("admin", true, true)]
        )
        {
            var caller = await studio.RegisterAsync(role);
            var read = mayRead ? HttpStatusCode.OK : HttpStatusCode.Forbidden;
            (await caller.GetAsync("users")).Expect(read);
            (await caller.GetAsync($"users/{someone.Id}")).Expect(read);
            (await caller.PatchAsync($"users/{someone.Id}", new { role = "user" })).Expect(
                mayWrite ? HttpStatusCode.OK : HttpStatusCode.Forbidden
            );
        }
    }

    [Fact]
    public async Task People_are_found_by_a_part_of_their_address_taken_literally()
    {
        var admin = await studio.RegisterAsync("admin");
        var person = await studio.RegisterAsync();

        var found = await admin.GetAsync($"users?search={person.Email[..32].ToUpperInvariant()}");
        var wildcard = await admin.GetAsync("users?search=%25");

        var item = Assert.Single(found.Expect(HttpStatusCode.OK)["items"]!.AsArray());
        Assert.Equal(person.Id, item!["id"]!.GetValue<Guid>());
        Assert.DoesNotContain("hash", item.ToJsonString(), StringComparison.OrdinalIgnoreCase);
        Assert.Empty(wildcard.Expect(HttpStatusCode.OK)["items"]!.AsArray());
    }

    [Fact]
    public async Task The_list_goes_page_by_page_without_repeats()
    {
        var admin = await studio.RegisterAsync("admin");
        await studio.RegisterAsync();

        var first = (await admin.GetAsync("users?limit=1")).Expect(HttpStatusCode.OK);
        var second = (await admin.GetAsync($"users?limit=1&cursor={first["nextCursor"]}")).Expect(HttpStatusCode.OK);

        Assert.NotEqual(
            Assert.Single(first["items"]!.AsArray())!["id"]!.GetValue<Guid>(),
            Assert.Single(second["items"]!.AsArray())!["id"]!.GetValue<Guid>()
        );
    }

    [Fact]
    public async Task B10_disabling_and_demoting_hold_for_open_sessions()
    {
        var admin = await studio.RegisterAsync("admin");
        var (disabled, demoted) = (await studio.RegisterAsync(), await studio.RegisterAsync("moderator"));
        (await disabled.GetAsync("auth/me")).Expect(HttpStatusCode.OK);
        (await demoted.GetAsync("users")).Expect(HttpStatusCode.OK);

        (await admin.PatchAsync($"users/{disabled.Id}", new { disabled = true })).Expect(HttpStatusCode.OK);
        (await admin.PatchAsync($"users/{demoted.Id}", new { role = "user" })).Expect(HttpStatusCode.OK);
        studio.Clock.Advance(TimeSpan.FromSeconds(2));

        (await disabled.GetAsync("auth/me")).Expect(HttpStatusCode.Unauthorized);
        (await demoted.GetAsync("users")).Expect(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_absent_user_and_an_unknown_role_are_refused_clearly()
    {
        var admin = await studio.RegisterAsync("admin");

        (await admin.GetAsync($"users/{Guid.Empty}")).ExpectProblem(HttpStatusCode.NotFound, "user_not_found");
        var wrong = await admin.PatchAsync($"users/{admin.Id}", new { role = "owner" });
        Assert.NotNull(wrong.ExpectProblem(HttpStatusCode.BadRequest, "invalid")["role"]);
    }
}

/// <summary>In a studio of its own, where it is known how many admins there are.</summary>
public sealed class LastAdminTests(StudioFactory studio) : IClassFixture<StudioFactory>
{
    [Fact]
    public async Task The_last_admin_is_neither_demoted_nor_disabled_nor_deleted_even_by_two_at_once()
    {
        var (one, two) = (await studio.RegisterAsync("admin"), await studio.RegisterAsync("admin"));
        await using var retire = studio.Database.CreateCommand(
            "update identity.\"user\" set disabled_at = now() where email = 'admin@atelier.local'"
        );
        await retire.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        var answers = await Task.WhenAll(
            one.PatchAsync($"users/{two.Id}", new { disabled = true }),
            two.PatchAsync($"users/{one.Id}", new { disabled = true })
        );

        var left = answers[0].Status == HttpStatusCode.OK ? one : two;
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        (await left.PatchAsync($"users/{left.Id}", new { role = "user" })).ExpectProblem(
            HttpStatusCode.Conflict,
            "last_admin"
        );
        (await left.PatchAsync($"users/{left.Id}", new { disabled = true })).ExpectProblem(
            HttpStatusCode.Conflict,
            "last_admin"
        );
        foreach (var path in (string[])["users/me", $"users/{left.Id}"])
            (await left.DeleteAsync(path)).ExpectProblem(HttpStatusCode.Conflict, "last_admin");
        (await left.GetAsync("auth/me")).Expect(HttpStatusCode.OK);
    }
}
