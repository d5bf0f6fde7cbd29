using System.Net;
using System.Text;
using Atelier.Platform.Files;
using Atelier.Platform.Http;
using Atelier.Support;
using Microsoft.AspNetCore.Builder;

namespace Atelier.Platform.Errors;

public sealed class ProblemTests(ProblemTests.Studio studio) : IClassFixture<ProblemTests.Studio>
{
    [Fact]
    public async Task D01_an_unknown_route_is_a_problem() =>
        (await AskAsync(HttpMethod.Get, "nowhere")).ExpectProblem(HttpStatusCode.NotFound, "not_found");

    [Fact]
    public async Task D03_a_wrong_method_is_a_problem() =>
        (await AskAsync(HttpMethod.Put, "auth/login")).ExpectProblem(
            HttpStatusCode.MethodNotAllowed,
            "method_not_allowed"
        );

    [Fact]
    public async Task D02_a_wrong_content_type_is_a_problem() =>
        (await PostAsync("{}", "text/plain")).ExpectProblem(
            HttpStatusCode.UnsupportedMediaType,
            "unsupported_media_type"
        );

    [Fact]
    public async Task D11_a_body_over_the_limit_is_a_problem() =>
        (await PostAsync(new string(' ', 2_000_000))).ExpectProblem(HttpStatusCode.RequestEntityTooLarge, "too_large");

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("{\"email\":\"\\ud800\",\"password\":\"x\"}")]
    public async Task A_body_that_is_no_JSON_is_a_problem(string body) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(body)).Status);

    [Theory]
    [InlineData("""{"password":"x"}""", "email")]
    [InlineData("""{"email":null,"password":"x"}""", "email")]
    [InlineData("""{"email":{"a":1},"password":"x"}""", "email")]
    [InlineData("""{"email":"","password":"x"}""", "email")]
    [InlineData("""{"email":"a\u0000@b.c","password":"x"}""", "email")]
    [InlineData("""{"email":"a@b.c","password":"x\u0000"}""", "password")]
    public async Task A_bad_field_is_named_as_in_the_body(string body, string field)
    {
        var errors = (await PostAsync(body)).ExpectProblem(HttpStatusCode.BadRequest, "invalid");

        Assert.NotNull(errors[field]);
    }

    [Theory]
    [InlineData("""{"email":"a@b.c","email":"d@e.f","password":"x"}""")]
    [InlineData("null")]
    [InlineData("[]")]
    public async Task A_body_of_the_wrong_shape_is_refused(string body) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(body)).Status);

    [Fact]
    public async Task D11_deep_nesting_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 5000));

        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync($"{{\"email\":{deep}")).Status);
    }

    [Theory]
    [InlineData("bug", HttpStatusCode.InternalServerError, "internal_error")]
    [InlineData("full", HttpStatusCode.InsufficientStorage, "disk_full")]
    [InlineData("outage", HttpStatusCode.ServiceUnavailable, "database_unavailable")]
    public async Task D01_an_exception_leaves_nothing_of_its_text(string what, HttpStatusCode status, string code)
    {
        var answer = await AskAsync(HttpMethod.Get, $"test/throw/{what}");

        answer.ExpectProblem(status, code);
        Assert.DoesNotContain("secret", answer.Body!.ToJsonString(), StringComparison.Ordinal);
    }

    private Task<Answer> AskAsync(HttpMethod method, string path) => studio.Stranger.AskAsync(method, path);

    private async Task<Answer> PostAsync(string body, string type = "application/json")
    {
        using var content = new StringContent(body, Encoding.UTF8, type);
        return await studio.Stranger.AskAsync(HttpMethod.Post, "auth/login", content);
    }

    public sealed class Studio : StudioFactory
    {
        internal override void Extend(WebApplication app) =>
            app.MapGet(
                    "/api/v1/test/throw/{what}",
                    string (string what) =>
                        throw what switch
                        {
                            "full" => new DiskFullException(),
                            "outage" => new Npgsql.NpgsqlException("secret", new TimeoutException()),
                            _ => new InvalidOperationException("secret"),
                        }
                )
                .WithMetadata(AccessRule.Open);
    }
}
