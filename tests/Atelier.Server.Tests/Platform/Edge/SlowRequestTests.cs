using System.Net;
using Atelier.Platform.Http;
using Atelier.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Atelier.Platform.Edge;

/// <summary>Requests that do not come to an end by themselves. They have one second here.</summary>
public sealed class SlowRequestTests(SlowRequestTests.Studio studio) : IClassFixture<SlowRequestTests.Studio>
{
    [Fact]
    public async Task A_request_that_takes_too_long_is_given_up()
    {
        var answer = await studio.Stranger.AskAsync(HttpMethod.Get, "test/slow");

        answer.ExpectProblem(HttpStatusCode.ServiceUnavailable, "timed_out");
    }

    [Fact]
    public async Task A_body_that_does_not_come_is_not_waited_for_longer()
    {
        var said = await RawHttp.SayAsync(
            studio.Address,
            "POST /api/v1/auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: 100\r\n\r\n{\"email\": "
        );

        Assert.StartsWith("HTTP/1.1 503 ", said, StringComparison.Ordinal);
        Assert.Contains("application/problem+json", said, StringComparison.Ordinal);
        Assert.Contains("\"timed_out\"", said, StringComparison.Ordinal);
    }

    public sealed class Studio : StudioFactory
    {
        protected override IEnumerable<string> Settings => [.. base.Settings, "--Atelier:Http:RequestSeconds=1"];

        internal override void Extend(WebApplication app) =>
            app.MapGet(
                    "/api/v1/test/slow",
                    async (HttpContext http) => await Task.Delay(Timeout.Infinite, http.RequestAborted)
                )
                .WithMetadata(AccessRule.Open);
    }
}
