using System.Buffers.Text;
using System.Net;
using System.Text.Json.Nodes;
using Atelier.Identity.Sessions;
using Atelier.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Atelier.Identity;

/// <summary>Asks who it is and refreshes, at one node and the other by turns, and takes no answer but 200.</summary>
internal sealed class AskingClient
{
    private readonly HttpClient[] _nodes;
    private readonly string _firstToken;
    private string _accessToken;
    private string _refreshToken;
    private int _asked;
    private readonly SemaphoreSlim _refreshing = new(1);
    private Watch? _watch;
    private Exception? _failure;

    private AskingClient(HttpClient[] nodes, string accessToken, string refreshToken) =>
        (_nodes, _firstToken, _accessToken, _refreshToken) = (nodes, accessToken, accessToken, refreshToken);

    public static async Task<AskingClient> StartAsync(StudioFactory studio, HttpClient other)
    {
        var person = await studio.RegisterAsync();
        var token = RefreshToken.NewText();
        await using var scope = studio.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        var session = db.Sessions.Single(s => s.UserId == person.Id);
        db.RefreshTokens.Add(RefreshToken.Issue(token, session, studio.Clock.GetUtcNow(), TimeSpan.FromHours(12)));
        await db.SaveChangesAsync();
        return new([studio.Stranger, other], person.AccessToken, token);
    }

    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            while (!stop.IsCancellationRequested)
            {
                var watch = _watch;
                await RefreshAsync();
                foreach (var token in (string[])[_firstToken, _accessToken, _accessToken])
                    (await AskAsync(Node(), token)).Expect(HttpStatusCode.OK);
                if (watch is not null && KeyOf(_accessToken) != watch.Known)
                    watch.Seen.TrySetResult();
            }
        }
        catch (Exception e)
        {
            _failure = e;
            _watch?.Seen.TrySetException(e);
            throw;
        }
    }

    /// <summary>Until both nodes took a token of another key than this one.</summary>
    public Task SeeNewKeyAsync(string known)
    {
        var watch = new Watch(known, new(TaskCreationOptions.RunContinuationsAsynchronously));
        _watch = watch;
        if (_failure is { } failure)
            watch.Seen.TrySetException(failure);
        return watch.Seen.Task.WaitAsync(TimeSpan.FromSeconds(120));
    }

    /// <summary>Meanwhile no refresh waits for its retry, which a jump of the clock would put outside the grace.</summary>
    public Task HoldRefreshAsync() => _refreshing.WaitAsync();

    public void GoOn() => _refreshing.Release();

    public async Task RefreshAsync()
    {
        await _refreshing.WaitAsync();
        try
        {
            var first = await AskForTokensAsync(Node());
            var again = await AskForTokensAsync(Node()); // as if the first answer had been lost
            Assert.Equal(first["refreshToken"]!.GetValue<string>(), again["refreshToken"]!.GetValue<string>());
            _refreshToken = again["refreshToken"]!.GetValue<string>();
            _accessToken = again["accessToken"]!.GetValue<string>();
        }
        finally
        {
            _refreshing.Release();
        }
    }

    public static async Task<Answer> AskAsync(HttpClient node, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/v1/auth/me", UriKind.Relative));
        request.Headers.Authorization = new("Bearer", token);
        using var response = await node.SendAsync(request);
        return new(response.StatusCode, null, null);
    }

    private async Task<JsonNode> AskForTokensAsync(HttpClient node) =>
        (await node.AskAsync(HttpMethod.Post, "auth/refresh", new { refreshToken = _refreshToken })).Expect(
            HttpStatusCode.OK
        );

    private HttpClient Node() => _nodes[_asked++ % _nodes.Length];

    private static string KeyOf(string token) =>
        JsonNode.Parse(Base64Url.DecodeFromChars(token.Split('.')[0]))!["kid"]!.GetValue<string>();

    private sealed record Watch(string Known, TaskCompletionSource Seen);
}
