using System.Collections.Concurrent;
using System.Net;
using Atelier.Realtime;
using Atelier.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace Atelier.Platform.Telemetry;

public sealed class LogSecrecyTests(LogSecrecyTests.Studio studio) : IClassFixture<LogSecrecyTests.Studio>
{
    [Fact]
    public async Task G02_nothing_secret_is_logged_and_no_line_can_be_forged()
    {
        const string password = "canary of the second mine";
        var email = $"{Guid.CreateVersion7(studio.Clock.GetUtcNow()):n}@example.org";
        (await PostAsync("auth/register", new { email, password })).Expect(HttpStatusCode.Created);
        var tokens = (await PostAsync("auth/login", new { email, password })).Expect(HttpStatusCode.OK);
        var (access, refresh) = ($"{tokens["accessToken"]}", $"{tokens["refreshToken"]}");
        await PostAsync("auth/login", new { email = "a@b.c\r\nforged line \u001b[31m", password });
        var next = (await PostAsync("auth/refresh", new { refreshToken = refresh })).Expect(HttpStatusCode.OK);
        studio.Clock.Advance(TimeSpan.FromMinutes(1));
        (await PostAsync("auth/refresh", new { refreshToken = refresh })).Expect(HttpStatusCode.Unauthorized);
        var person = await studio.RegisterAsync();
        await using (await EventsSocket.ConnectAsync(studio.Address, person.AccessToken)) { }

        string[] secrets = [password, access, refresh, $"{next["refreshToken"]}", person.AccessToken];
        Assert.Contains(studio.Log, line => line.Contains("an old refresh token came back", StringComparison.Ordinal));
        Assert.All(
            studio.Log,
            line => Assert.All(secrets, secret => Assert.DoesNotContain(secret, line, StringComparison.Ordinal))
        );
        // One JSON object a line: whatever was typed stays inside its string.
        Assert.Equal(
            ConsoleFormatterNames.Json,
            studio.Services.GetRequiredService<IOptions<ConsoleLoggerOptions>>().Value.FormatterName
        );
    }

    private Task<Answer> PostAsync(string path, object body) => studio.Stranger.AskAsync(HttpMethod.Post, path, body);

    /// <summary>A studio whose log is kept, as much of it as appsettings.json lets through.</summary>
    public sealed class Studio : StudioFactory
    {
        private readonly Keeper _keeper = new();

        public IReadOnlyCollection<string> Log => _keeper.Lines;

        internal override void Adjust(WebApplicationBuilder builder)
        {
            builder.Logging.AddProvider(_keeper);
            builder.Logging.AddFilter<Keeper>(null, LogLevel.Information);
            builder.Logging.AddFilter<Keeper>("Microsoft", LogLevel.Warning);
            builder.Logging.AddFilter<Keeper>("Npgsql", LogLevel.Warning);
        }
    }

    private sealed class Keeper : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose() { }
    }
}
