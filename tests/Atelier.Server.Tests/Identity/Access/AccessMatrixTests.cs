using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Atelier.Identity.Contracts;
using Atelier.Platform.Http;
using Atelier.Support;

namespace Atelier.Identity.Access;

/// <summary>Every line of the access table, asked by every role with more, less and other scopes than it takes.</summary>
public sealed class AccessMatrixTests(StudioFactory studio) : IClassFixture<StudioFactory>
{
    private static readonly string[] EveryRole = [Roles.Admin, Roles.Moderator, Roles.User];
    private static readonly IReadOnlyList<string> EveryScope = Roles.ScopesOf(Roles.Admin);

    private static readonly string[] Forms = ["POST /api/v1/batch/upload", "POST /api/v1/documents"];

    [Fact]
    public async Task C05_every_operation_opens_to_exactly_the_roles_and_scopes_of_the_table()
    {
        var wrong = new List<string>();
        foreach (var (operation, rule) in AccessTable.Rules)
        foreach (var role in EveryRole)
        foreach (var scopes in ScopesToTry(rule))
        {
            // Somebody new each time: an operation may end the session that asks.
            var person = await studio.RegisterAsync(role, scopes);
            using var answer = await AskAsync(operation, person.AccessToken);
            var mayPass =
                rule.Scope is not { } scope || (scopes.Contains(scope) && Roles.ScopesOf(role).Contains(scope));
            if (mayPass ? !HasPassed(operation, answer) : !await IsRefusedAsync(answer, rule.Scope!))
                wrong.Add($"{operation} as {role} with [{string.Join(' ', scopes)}]: {(int)answer.StatusCode}");
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task B01_without_a_token_every_operation_that_is_not_open_answers_401()
    {
        foreach (var (operation, rule) in AccessTable.Rules)
        {
            using var nothing = await AskAsync(operation, token: null);
            using var wrong = await AskAsync(operation, token: "no.such.token");

            if (rule.IsOpen)
                Assert.True(HasPassed(operation, nothing) && HasPassed(operation, wrong), operation);
            else
            {
                Assert.True(nothing.StatusCode == HttpStatusCode.Unauthorized, operation);
                Assert.Equal("Bearer", nothing.Headers.WwwAuthenticate.ToString());
                Assert.Equal("Bearer error=\"invalid_token\"", wrong.Headers.WwwAuthenticate.ToString());
            }
        }
    }

    private static IEnumerable<string[]> ScopesToTry(AccessRule rule)
    {
        yield return [.. EveryScope];
        yield return [];
        if (rule.Scope is not { } scope)
            yield break;
        yield return [scope];
        yield return [.. EveryScope.Except([scope])];
    }

    /// <summary>What it takes was there; with an id that does not exist and an empty body, little else is.</summary>
    private static bool HasPassed(string operation, HttpResponseMessage answer) =>
        answer.StatusCode
            is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
                and < HttpStatusCode.InternalServerError
        && (
            answer.IsSuccessStatusCode
            || !operation.StartsWith("GET ", StringComparison.Ordinal)
            || operation.Contains('{')
        );

    private static async Task<bool> IsRefusedAsync(HttpResponseMessage answer, string scope)
    {
        if (answer.RequestMessage!.Method == HttpMethod.Head)
            return answer.StatusCode == HttpStatusCode.Forbidden; // it has no body
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return answer.StatusCode == HttpStatusCode.Forbidden
            && problem!["code"]!.GetValue<string>() == "insufficient_scope"
            && answer.Headers.WwwAuthenticate.ToString() == $"Bearer error=\"insufficient_scope\", scope=\"{scope}\"";
    }

    private async Task<HttpResponseMessage> AskAsync(string operation, string? token)
    {
        var (method, path) = operation.Split(' ') is [var m, var p] ? (m == "ANY" ? "GET" : m, p) : default;
        path = Operation.Fill(path, name => name == "number" ? "1" : $"{Guid.Empty}");
        using var request = new HttpRequestMessage(HttpMethod.Parse(method), new Uri(path, UriKind.Relative));
        if (method is "POST" or "PATCH" or "PUT")
            request.Content = Forms.Contains(operation)
                ? new MultipartFormDataContent { { new StringContent(""), "kind" } }
                : JsonContent.Create(new { });
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await studio.Stranger.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
