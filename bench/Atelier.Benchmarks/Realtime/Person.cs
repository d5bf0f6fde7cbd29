using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Atelier.Benchmarks.Realtime;

/// <summary>Whose connections they are.</summary>
internal sealed record Person(Guid Id, string Token)
{
    public static async Task<Person> RegisterAsync(Uri studio)
    {
        using var http = new HttpClient { BaseAddress = studio };
        var who = new
        {
            email = "listener@example.org",
            password = "nine lanterns over moss",
            name = "Bench",
        };
        await http.PostAsJsonAsync("/api/v1/auth/register", who);
        using var answer = await http.PostAsJsonAsync("/api/v1/auth/login", who);
        answer.EnsureSuccessStatusCode();
        var session = (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
        var token = session["accessToken"]!.GetValue<string>();
        using var known = Http(studio, token);
        var me = (await known.GetFromJsonAsync<JsonNode>("/api/v1/auth/me"))!;
        return new(me["id"]!.GetValue<Guid>(), token);
    }

    public Uri At(Server studio) => new($"{studio.Address}?access_token={Token}");

    public async Task<Guid> AddProjectAsync(Server studio)
    {
        using var http = Http(studio.Http, Token);
        using var answer = await http.PostAsJsonAsync("/api/v1/projects", new { name = "Bench" });
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!["id"]!.GetValue<Guid>();
    }

    /// <returns>How long so many requests took in milliseconds, one after the other, in order.</returns>
    public async Task<double[]> AskAsync(Server studio, int times)
    {
        using var http = Http(studio.Http, Token);
        var took = new double[times];
        for (var i = 0; i < times; i++)
        {
            var watch = Stopwatch.StartNew();
            (await http.GetAsync(new Uri("/api/v1/auth/me", UriKind.Relative))).EnsureSuccessStatusCode();
            took[i] = watch.Elapsed.TotalMilliseconds;
        }
        return [.. took.Order()];
    }

    private static HttpClient Http(Uri studio, string token) =>
        new()
        {
            BaseAddress = studio,
            DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
        };
}
