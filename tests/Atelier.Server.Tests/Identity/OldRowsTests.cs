using System.Net;
using Atelier.Identity.Sessions;
using Atelier.Platform.Database;
using Atelier.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Atelier.Identity;

/// <summary>What is forgotten when it can open nothing any more, and what is not before.</summary>
public sealed class OldRowsTests(WebStudio studio) : IClassFixture<WebStudio>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task B11_a_living_session_keeps_every_token_it_ever_had_as_a_trap()
    {
        var (_, session, stolen) = await BeginAsync();
        var newest = stolen;
        for (var week = 0; week < 8; week++)
        {
            newest = await RefreshAsync(newest);
            studio.Clock.Advance(TimeSpan.FromDays(6));
        }

        await SweepAsync();

        Assert.Equal(9, await CountAsync("refresh_token where session_id", session));
        Assert.Null(await RefreshAsync(stolen)); // seven weeks old
        Assert.Null(await RefreshAsync(newest));
    }

    [Theory]
    [InlineData("left unused", 7 + 30)]
    [InlineData("revoked", 30)]
    [InlineData("used to its last day", 90 + 30)]
    public async Task A_session_that_is_over_is_forgotten_a_month_later(string end, int days)
    {
        var (person, session, token) = await BeginAsync();
        if (end == "revoked")
            (await person.DeleteAsync("auth/sessions")).Expect(HttpStatusCode.NoContent);
        for (var day = 0; end == "used to its last day" && day < 90; day += 5, days -= 5)
        {
            token = await RefreshAsync(token!);
            studio.Clock.Advance(TimeSpan.FromDays(5));
        }
        studio.Clock.Advance(TimeSpan.FromDays(days) - TimeSpan.FromHours(1));
        await SweepAsync();
        Assert.Equal(1, await CountAsync("session where id", session));

        studio.Clock.Advance(TimeSpan.FromHours(2));
        await SweepAsync();

        Assert.Equal(0, await CountAsync("session where id", session));
        Assert.Equal(0, await CountAsync("refresh_token where session_id", session));
        Assert.Null(await RefreshAsync(token!));
    }

    [Fact]
    public async Task Links_that_were_not_opened_and_devices_that_did_not_come_back_are_forgotten()
    {
        var person = await studio.RegisterAsync();
        var login = new { email = person.Email, password = StudioFactory.Password };
        (await studio.Stranger.AskAsync(HttpMethod.Post, "auth/login", login)).Expect(HttpStatusCode.OK);
        await using (
            var link = studio.Database.CreateCommand(
                "insert into identity.one_time_token (hash, user_id, purpose, expires_at) values ('\\x01', $1, 'reset', $2)"
            )
        )
        {
            link.Parameters.Add(new() { Value = person.Id });
            link.Parameters.Add(new() { Value = studio.Clock.GetUtcNow().AddHours(1).ToUniversalTime() });
            await link.ExecuteNonQueryAsync(Cancel);
        }
        await SweepAsync();
        Assert.Equal(1, await CountAsync("one_time_token where user_id", person.Id));
        Assert.Equal(1, await CountAsync("known_device where user_id", person.Id));

        studio.Clock.Advance(KnownDevices.Memory + TimeSpan.FromHours(2));
        await SweepAsync();

        Assert.Equal(0, await CountAsync("one_time_token where user_id", person.Id));
        Assert.Equal(0, await CountAsync("known_device where user_id", person.Id));
    }

    private async Task<(Person Person, Guid Session, string? RefreshToken)> BeginAsync()
    {
        var person = await studio.RegisterAsync();
        var login = new { email = person.Email, password = StudioFactory.Password };
        var tokens = await studio.Stranger.AskAsync(HttpMethod.Post, "auth/login", login);
        var refresh = tokens.Expect(HttpStatusCode.OK)["refreshToken"]!.GetValue<string>();
        await using var find = studio.Database.CreateCommand(
            "select session_id from identity.refresh_token where hash = $1"
        );
        find.Parameters.Add(new() { Value = RefreshToken.HashOf(refresh) });
        return (person, (Guid)(await find.ExecuteScalarAsync(Cancel))!, refresh);
    }

    /// <returns>Null when refused.</returns>
    private async Task<string?> RefreshAsync(string? refreshToken)
    {
        var answer = await studio.Stranger.AskAsync(HttpMethod.Post, "auth/refresh", new { refreshToken });
        return answer.Status == HttpStatusCode.Unauthorized
            ? null
            : answer.Expect(HttpStatusCode.OK)["refreshToken"]!.GetValue<string>();
    }

    private Task SweepAsync() =>
        studio.Services.GetServices<IHostedService>().OfType<Sweeper>().Single().SweepAsync(Cancel);

    private async Task<long> CountAsync(string rows, Guid id)
    {
        await using var count = studio.Database.CreateCommand($"select count(*) from identity.{rows} = $1");
        count.Parameters.Add(new() { Value = id });
        return (long)(await count.ExecuteScalarAsync(Cancel))!;
    }
}
