using System.Collections.Concurrent;
using System.Net;
using Atelier.Support;
using Microsoft.AspNetCore.Http;

namespace Atelier.Campaigns;

/// <param name="Asked">When it came, by the studio's clock.</param>
/// <param name="Answered">When its answer was begun.</param>
internal sealed record Visit(
    string Host,
    string Path,
    string Method,
    bool Conditional,
    string UserAgent,
    int Status,
    DateTimeOffset Asked,
    DateTimeOffset Answered
);

/// <summary>Servers of other people's on loopback, told apart by their names, with a tag on every page.</summary>
internal sealed class FakeWeb : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Func<HttpContext, Task>> _pages = new(StringComparer.Ordinal);
    private readonly CrawlStudio _studio;
    private readonly Receiver _server;

    private FakeWeb(CrawlStudio studio, Receiver server) => (_studio, _server) = (studio, server);

    public ConcurrentQueue<Visit> Visits { get; } = [];

    public int Port => _server.Port;

    public static async Task<FakeWeb> StartAsync(CrawlStudio studio)
    {
        var web = new FakeWeb(studio, await Receiver.StartAsync());
        web._server.Answer = web.AnswerAsync;
        return web;
    }

    public Uri At(string host, string path = "/") => new($"http://{host}:{Port}{path}");

    /// <returns>The address, whose host resolves to this machine from now on.</returns>
    public Uri Page(string host, string path, string body, string type = "text/html; charset=utf-8") =>
        Serve(
            host,
            path,
            async http =>
            {
                var tag = $"\"{body.GetHashCode(StringComparison.Ordinal):x}\"";
                http.Response.Headers.ETag = tag;
                if (http.Request.Headers.IfNoneMatch == tag)
                {
                    http.Response.StatusCode = 304;
                    return;
                }
                http.Response.ContentType = type;
                await http.Response.WriteAsync(body, http.RequestAborted);
            }
        );

    public Uri Status(string host, string path, int status, string? retryAfter = null, string? location = null) =>
        Serve(
            host,
            path,
            http =>
            {
                http.Response.StatusCode = status;
                if (retryAfter is not null)
                    http.Response.Headers.RetryAfter = retryAfter;
                if (location is not null)
                    http.Response.Headers.Location = location;
                return Task.CompletedTask;
            }
        );

    public Uri Serve(string host, string path, Func<HttpContext, Task> answer)
    {
        _studio.Names.Set(host, "127.0.0.1");
        _pages[$"{host}{path}"] = answer;
        return At(host, path);
    }

    public IReadOnlyList<Visit> VisitsTo(string host) => [.. Visits.Where(visit => visit.Host == host)];

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var asked = _studio.Clock.GetUtcNow();
        var (host, path) = (http.Request.Host.Host, http.Request.Path + http.Request.QueryString.ToString());
        if (_pages.TryGetValue($"{host}{path}", out var answer))
            await answer(http);
        else
            http.Response.StatusCode = (int)HttpStatusCode.NotFound;
        var headers = http.Request.Headers;
        Visits.Enqueue(
            new(
                host,
                path,
                http.Request.Method,
                headers.IfNoneMatch.Count + headers.IfModifiedSince.Count > 0,
                $"{headers.UserAgent}",
                http.Response.StatusCode,
                asked,
                _studio.Clock.GetUtcNow()
            )
        );
    }
}
