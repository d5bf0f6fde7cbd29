using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Atelier.Benchmarks.Identity;

/// <summary>Logs in at the front door.</summary>
internal sealed class Logins(Uri studio) : IDisposable
{
    private const int Connections = 8;
    private readonly HttpClient _http = new() { BaseAddress = studio };

    public void Dispose() => _http.Dispose();

    public async Task<string> AccessTokenAsync(int person)
    {
        using var answer = await PostAsync(People.Email(person), People.Password);
        answer.EnsureSuccessStatusCode();
        var tokens = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        return tokens["accessToken"]!.GetValue<string>();
    }

    /// <summary>Right passwords, as fast as the studio takes them.</summary>
    /// <returns>With the access tokens of all who got in.</returns>
    public async Task<(Figures Figures, IReadOnlyList<string> Tokens)> LoadAsync(TimeSpan duration)
    {
        await AccessTokenAsync(0);
        var (took, tokens, next, all) = (new List<double>(), new List<string>(), 0, Stopwatch.StartNew());
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => LogInAsync()));
        return (Figures.Of(took, all.Elapsed), tokens);

        async Task LogInAsync()
        {
            while (all.Elapsed < duration)
            {
                var one = Stopwatch.StartNew();
                var token = await AccessTokenAsync(Interlocked.Increment(ref next) % People.Count);
                lock (took)
                {
                    took.Add(one.Elapsed.TotalMilliseconds);
                    tokens.Add(token);
                }
            }
        }
    }

    /// <summary>A wrong password for a known and for an unknown address by turns, one request at a time.</summary>
    public async Task<(Figures Known, Figures Unknown)> CompareAsync(int each)
    {
        var (known, unknown, all) = (new List<double>(), new List<double>(), Stopwatch.StartNew());
        for (var i = 0; i < each; i++)
        {
            // Who goes first changes, so that neither always follows the other.
            foreach (var isKnown in i % 2 == 0 ? (bool[])[true, false] : [false, true])
                (isKnown ? known : unknown).Add(
                    await RefusedAsync(isKnown ? People.Email(i % People.Count) : $"nobody-{i}@example.org")
                );
        }
        return (Figures.Of(known, all.Elapsed), Figures.Of(unknown, all.Elapsed));
    }

    private async Task<double> RefusedAsync(string email)
    {
        var one = Stopwatch.StartNew();
        using var answer = await PostAsync(email, "not the password");
        var took = one.Elapsed.TotalMilliseconds;
        return answer.StatusCode == HttpStatusCode.Unauthorized
            ? took
            : throw new InvalidOperationException($"a wrong login was answered with {answer.StatusCode}");
    }

    private Task<HttpResponseMessage> PostAsync(string email, string password) =>
        _http.PostAsJsonAsync(new Uri("/api/v1/auth/login", UriKind.Relative), new { email, password });
}
