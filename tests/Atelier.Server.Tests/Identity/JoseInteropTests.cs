using System.Buffers.Text;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Atelier.Identity.Tokens;
using Atelier.Platform.Processes;
using Atelier.Support;
using Atelier.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Atelier.Identity;

/// <summary>The independent library jose reads our tokens, and what it signs with our key is read by us.</summary>
public sealed class JoseInteropTests(StudioFactory studio) : IClassFixture<StudioFactory>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tokens_pass_between_jose_and_the_studio_both_ways()
    {
        var person = await studio.RegisterAsync();

        var jose = await JoseAsync(person.AccessToken);

        Assert.Equal(person.Id.ToString(), jose["payload"]!["sub"]!.GetValue<string>());
        Assert.Equal("at+jwt", jose["protectedHeader"]!["typ"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(jose["signed"]!.GetValue<string>()));
        foreach (var (kind, token) in jose["refused"]!.AsObject())
            Assert.Equal((kind, HttpStatusCode.Unauthorized), (kind, await StatusAsync(token!.GetValue<string>())));
    }

    private async Task<JsonNode> JoseAsync(string token)
    {
        var key = studio.Services.GetRequiredService<SigningKeys>().Current;
        var input = new JsonObject
        {
            ["jose"] = Path.Combine(RepositoryRoot.Path, "tests/node_modules/jose/dist/webapi/index.js"),
            ["secret"] = Base64Url.EncodeToString(key.Secret),
            ["kid"] = key.Id,
            ["token"] = token,
        };
        var script = Path.Combine(RepositoryRoot.Path, "tests/Atelier.Server.Tests/Identity/jose.mjs");
        var run = await ChildProcess.RunAsync(
            new("node", [script]) { MemoryBytes = null, Input = JsonSerializer.SerializeToUtf8Bytes(input) },
            Cancel
        );
        Assert.True(run.Succeeded, run.OutputText + run.Errors);
        return JsonNode.Parse(run.OutputText)!;
    }

    private async Task<HttpStatusCode> StatusAsync(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/v1/auth/me", UriKind.Relative));
        request.Headers.Authorization = new("Bearer", token);
        using var response = await studio.Stranger.SendAsync(request, Cancel);
        return response.StatusCode;
    }
}
