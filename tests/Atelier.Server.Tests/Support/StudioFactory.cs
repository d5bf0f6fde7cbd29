using System.Net.Http.Headers;
using Atelier.Identity;
using Atelier.Identity.Accounts;
using Atelier.Identity.Passwords;
using Atelier.Identity.Sessions;
using Atelier.Identity.Tokens;
using Atelier.JobEngine;
using Atelier.Platform;
using Atelier.Testing;
using Atelier.Testing.Database;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Org.BouncyCastle.Crypto.Generators;

namespace Atelier.Support;

/// <summary>
/// The whole studio on a port of its own, with a database cloned for the test class and a data folder that is gone
/// afterwards. Use it as a class fixture; each test registers its own people and cleans nothing.
/// </summary>
public class StudioFactory : IAsyncLifetime
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("atelier-studio-test-");
    private TestDatabase? _database;
    private WebApplication? _app;
    private WebApplication? _otherNode;
    private HttpClient? _stranger;

    /// <summary>The password of everybody who is registered here, hashed at the least cost.</summary>
    public const string Password = "a quiet blue harbour";
    private static readonly string CheapHash = OpenBsdBCrypt.Generate("2b", Password.ToCharArray(), new byte[16], 4);

    /// <summary>Of bcrypt: the least there is, because the tests log in more often than people do.</summary>
    internal virtual int PasswordCost => 4;

    private const string Limits =
        "RequestsPerMinute RegistrationsPerHour RefreshesPerMinute ForgottenPerHour LinksPerHour ResetsPerHour "
        + "GenerationsPerHour AnswersPerHour FetchesPerHour WebhookCallsPerHour WrongLoginsPerAddress WrongLoginsPerAccount WrongKeysPerAddress FreeGuesses";

    public TestClock Clock { get; } = new();

    public IServiceProvider Services => _app!.Services;

    public NpgsqlDataSource Database => _database!.Source;

    public string ConnectionString => _database!.ConnectionString;

    public string DataFolder => _data.FullName;

    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <summary>Speaks to the studio without a token.</summary>
    public HttpClient Stranger => _stranger!;

    /// <summary>all, web or worker.</summary>
    internal virtual string Role => "all";

    /// <summary>Where a class sets options, as the command line would.</summary>
    /// <remarks>Limits are wide here: whole test classes come from one address.</remarks>
    protected virtual IEnumerable<string> Settings =>
        Limits.Split(' ').Select(limit => $"--Atelier:Throttles:{limit}=1000000");

    /// <summary>Where a class replaces services, such as a model client by a fake.</summary>
    internal virtual void Adjust(WebApplicationBuilder builder) { }

    /// <summary>Where a class adds routes of its own, to try what modules build on.</summary>
    internal virtual void Extend(WebApplication app) { }

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync("studio", PrepareTemplateAsync);
        _app = Build(_database.ConnectionString, Role);
        Extend(_app);
        await _app.PrepareAsync(CancellationToken.None);
        await _app.StartAsync();
        Address = AddressOf(_app);
        _stranger = new HttpClient { BaseAddress = Address };
    }

    /// <summary>A second studio on the same database, data folder and clock, which answers requests.</summary>
    public async Task<Uri> OtherNodeAsync()
    {
        if (_otherNode is null)
        {
            _otherNode = Build(_database!.ConnectionString, "web");
            await _otherNode.PrepareAsync(CancellationToken.None);
            await _otherNode.StartAsync();
        }
        return AddressOf(_otherNode);
    }

    public async ValueTask DisposeAsync()
    {
        _stranger?.Dispose();
        foreach (var app in (WebApplication?[])[_otherNode, _app])
            if (app is not null)
            {
                await app.StopAsync();
                await app.DisposeAsync();
            }
        if (_database is not null)
            await _database.DisposeAsync();
        _data.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>A new person with a token. Takes the short way past bcrypt; its tests go through the front door.</summary>
    /// <param name="scopes">What the token carries when not all scopes of the role.</param>
    public async Task<Person> RegisterAsync(string role = "user", IEnumerable<string>? scopes = null)
    {
        var email = $"{Guid.CreateVersion7(Clock.GetUtcNow()):n}@example.org";
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        var now = Clock.GetUtcNow();
        var user = User.Register(email, "Test", CheapHash, now);
        db.Add(user);
        db.Entry(user).Property(u => u.Role).CurrentValue = role;
        return await SignInAsync(db, user, scopes);
    }

    /// <summary>The same person on another device.</summary>
    public async Task<Person> SignInAgainAsync(Person person)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        return await SignInAsync(db, (await db.Users.FindAsync(person.Id))!);
    }

    private async Task<Person> SignInAsync(IdentityDb db, User user, IEnumerable<string>? scopes = null)
    {
        var session = Session.Begin(user.Id, "test", "127.0.0.1", Clock.GetUtcNow(), TimeSpan.FromDays(1));
        db.Add(session);
        await db.SaveChangesAsync();
        var token = Services.GetRequiredService<SessionTokens>().Issue(user, session, "").AccessToken;
        if (scopes is not null)
        {
            var tokens = Services.GetRequiredService<JsonWebToken>();
            var claims = tokens.Verify(token)!;
            claims["scope"] = string.Join(' ', scopes);
            token = tokens.Sign(claims, TimeSpan.FromMinutes(30));
        }
        var http = new HttpClient { BaseAddress = Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return new Person(user.Id, user.Email, token, http);
    }

    /// <summary>Waits for one of these events of the job, past or to come.</summary>
    public async Task ReachAsync(Guid job, params string[] types)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(180));
        using var feed = await Services.GetRequiredService<JobFeed>().WatchAsync(patience.Token);
        var jobs = Services.GetRequiredService<JobClient>();
        while ((await jobs.EventsAsync(job, cancel: patience.Token)).All(e => !types.Contains(e.Type)))
            await feed.NextAsync(patience.Token);
    }

    private static Uri AddressOf(WebApplication app) =>
        new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    private WebApplication Build(string database, string role = "all") =>
        Program.Build(
            [
                "--url=http://127.0.0.1:0",
                $"--data={_data.FullName}",
                $"--role={role}",
                $"--Atelier:Database={database}",
                $"--Atelier:Packs={RepositoryRoot.Packs}",
                "--Logging:LogLevel:Default=Error",
                "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Error",
                .. Settings,
            ],
            builder =>
            {
                builder.Services.AddSingleton<TimeProvider>(Clock);
                builder.Services.AddSingleton(new PasswordWork(PasswordCost));
                builder.Services.ShareAmongStudios();
                Adjust(builder);
            }
        );

    private async Task PrepareTemplateAsync(string database)
    {
        await using var app = Build(database);
        await app.PrepareAsync(CancellationToken.None);
    }
}
