using System.Net;
using Atelier.Support;

namespace Atelier.Identity;

public sealed class KilledNodeTests : IDisposable
{
    private const string Limit = "--Atelier:Throttles:WrongLoginsPerAddress=3";
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("atelier-throttle-test-");

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public async Task A09_what_was_counted_outlives_a_killed_node()
    {
        using (var first = await StudioProcess.Start(_data.FullName, more: [Limit]).ReadyAsync())
        {
            for (var n = 0; n < 3; n++)
                (await TryAsync(first, n)).ExpectProblem(HttpStatusCode.Unauthorized, "wrong_credentials");
            (await TryAsync(first, 3)).ExpectProblem(HttpStatusCode.TooManyRequests, "too_many_requests");
            await first.KillAsync();
        }

        using var second = await StudioProcess.Start(_data.FullName, more: [Limit]).ReadyAsync();

        (await TryAsync(second, 4)).ExpectProblem(HttpStatusCode.TooManyRequests, "too_many_requests");
    }

    private static Task<Answer> TryAsync(StudioProcess studio, int who) =>
        studio.Stranger.AskAsync(
            HttpMethod.Post,
            "auth/login",
            new { email = $"p{who}@example.org", password = "wrong" }
        );
}
