using Atelier.Identity.Accounts;
using Atelier.Identity.Sessions;
using Atelier.Identity.Tokens;
using Atelier.JobEngine;
using Atelier.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Atelier.Identity;

/// <summary>A studio that runs no jobs: the notices of ended sessions stay in the queue.</summary>
public sealed class WebStudio : StudioFactory
{
    internal override string Role => "web";
}

public sealed class RefreshInterleavingTests(WebStudio studio) : IClassFixture<WebStudio>
{
    private const int Plays = 10_000;
    private const int Stages = 6;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task B12_no_order_of_events_makes_two_living_lines_or_locks_an_honest_client_out()
    {
        await Task.WhenAll(Enumerable.Range(0, Stages).Select(PlayAsync));

        Assert.Equal(Plays, await CountAsync("select count(distinct session_id) from identity.refresh_token"));
        // Every used token has one successor and the newest none: a fork would leave a token too many.
        Assert.Equal(
            0,
            await CountAsync(
                "select count(*) from (select 1 from identity.refresh_token group by session_id having count(*) <> count(used_at) + 1) as forked"
            )
        );
    }

    private async Task PlayAsync(int number)
    {
        var stage = new RefreshStage(studio, number);
        var seeds = Enumerable.Range(0, Plays).Where(seed => seed % Stages == number).ToList();
        var sessions = await stage.PrepareAsync(seeds.Count);
        foreach (var (seed, (session, token)) in seeds.Zip(sessions))
            await Task.Run(() => new RefreshPlay(seed, session, token, stage).RunAsync(), Cancel);
    }

    private async Task<long> CountAsync(string sql)
    {
        await using var count = studio.Database.CreateCommand(sql);
        return (long)(await count.ExecuteScalarAsync(Cancel))!;
    }
}

/// <summary>Two nodes with a clock of their own on the studio's database.</summary>
internal sealed class RefreshStage
{
    private static readonly DateTimeOffset Forever = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly StudioFactory _studio;
    private readonly KeyFile _file;
    private readonly PooledDbContextFactory<IdentityDb> _database;

    public RefreshStage(StudioFactory studio, int number)
    {
        _file = new KeyFile(Path.Combine(studio.DataFolder, $"stage-{number}", "keys.json"));
        // Whole seconds: PostgreSQL keeps microseconds, and the grace ends on one.
        var start = DateTimeOffset.FromUnixTimeSeconds(studio.Clock.GetUtcNow().ToUnixTimeSeconds());
        (_studio, Clock) = (studio, new MovableClock(start));
        _database = new(studio.Services.GetRequiredService<DbContextOptions<IdentityDb>>()); // pooled, as in a studio
        Nodes = [StartNode(), StartNode()];
    }

    public MovableClock Clock { get; }

    public RefreshNode[] Nodes { get; }

    public void Pass(int seconds)
    {
        Clock.Advance(TimeSpan.FromSeconds(seconds));
        foreach (var node in seconds > 5 ? Nodes : [])
            node.FollowKeys();
    }

    public void Restart(int node) => Nodes[node] = StartNode();

    /// <summary>Sessions that last, so that the clock of the stage can run on from play to play.</summary>
    public async Task<IReadOnlyList<(Guid Session, string Token)>> PrepareAsync(int count)
    {
        var (user, now) = (await _studio.RegisterAsync(), Clock.Now);
        await using var db = await _database.CreateDbContextAsync();
        var begun = new List<(Guid, string)>();
        for (var i = 0; i < count; i++)
        {
            var (session, token) = (Session.Begin(user.Id, "", "", now, Forever - now), RefreshToken.NewText());
            db.Sessions.Add(session);
            db.RefreshTokens.Add(RefreshToken.Issue(token, session, now, Forever - now));
            begun.Add((session.Id, token));
        }
        await db.SaveChangesAsync();
        return begun;
    }

    /// <summary>The new key signs at once: what one node signs with, the other may not have heard of.</summary>
    public void RotateKey()
    {
        var keys = _file.Read().LivingAt(Clock.Now, TimeSpan.FromMinutes(31));
        _file.Replace([KeyFile.NewKey(Clock.Now), .. keys]);
    }

    private RefreshNode StartNode()
    {
        var options = Options.Create(new IdentityOptions());
        var keys = new SigningKeys(_file, options, Clock, NullLogger<SigningKeys>.Instance);
        return new(_database, keys, _studio.Services.GetRequiredService<JobClient>(), Clock);
    }
}

internal sealed class MovableClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; private set; } = now;

    public void Advance(TimeSpan by) => Now += by;

    public override DateTimeOffset GetUtcNow() => Now;
}
