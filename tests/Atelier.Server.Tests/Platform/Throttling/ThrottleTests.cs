using System.Globalization;
using System.Net;
using Atelier.Platform.Database;
using Atelier.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Atelier.Platform.Throttling;

/// <summary>Limits on routes: ten generations an hour here, and twenty requests a minute.</summary>
public sealed class ThrottleTests(ThrottleTests.Studio studio, ThrottleTests.SlowStudio slow)
    : IClassFixture<ThrottleTests.Studio>,
        IClassFixture<ThrottleTests.SlowStudio>
{
    private static readonly Uri Generate = new($"/api/v1/books/{Guid.Empty}/generate", UriKind.Relative);

    [Fact]
    public async Task D09_a_limit_holds_over_all_nodes_together_and_says_when_to_come_back()
    {
        var person = await studio.RegisterAsync();
        using var elsewhere = new HttpClient { BaseAddress = await studio.OtherNodeAsync() };
        elsewhere.DefaultRequestHeaders.Authorization = person.Http.DefaultRequestHeaders.Authorization;

        for (var n = 0; n < 5; n++)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(person.Http)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(elsewhere)).Status);
        }
        var (status, wait) = await AskAsync(person.Http);
        Assert.Equal(HttpStatusCode.TooManyRequests, status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await AskAsync(elsewhere)).Status);
        (await person.PostAsync($"books/{Guid.Empty}/generate")).ExpectProblem(
            HttpStatusCode.TooManyRequests,
            "too_many_requests"
        );

        var seconds = int.Parse(wait!, CultureInfo.InvariantCulture);
        Assert.InRange(seconds, 1, 3600 / 10);
        studio.Clock.Advance(TimeSpan.FromSeconds(seconds));
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(elsewhere)).Status);
    }

    [Fact]
    public async Task D12_a_quota_is_not_overspent_by_fifty_at_once()
    {
        var person = await studio.RegisterAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => AskAsync(person.Http)));

        Assert.Equal(10, answers.Count(answer => answer.Status == HttpStatusCode.NotFound));
        Assert.Equal(40, answers.Count(answer => answer.Status == HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task D09_one_persons_limit_is_not_anothers()
    {
        var (first, second) = (await studio.RegisterAsync(), await studio.RegisterAsync());
        for (var n = 0; n < 12; n++)
            await AskAsync(first.Http);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await AskAsync(first.Http)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(second.Http)).Status);
    }

    [Fact]
    public async Task D09_all_requests_of_a_person_together_have_a_limit_too()
    {
        var person = await slow.RegisterAsync();
        for (var n = 0; n < 20; n++)
            (await person.GetAsync("auth/me")).Expect(HttpStatusCode.OK);

        var answer = await person.GetAsync("auth/me");
        for (var n = 0; n < 1000 && answer.Status == HttpStatusCode.OK; n++) // some come back meanwhile
            answer = await person.GetAsync("auth/me");

        answer.ExpectProblem(HttpStatusCode.TooManyRequests, "too_many_requests");
        (await slow.Stranger.AskAsync(HttpMethod.Get, "auth/me")).Expect(HttpStatusCode.Unauthorized);
        using var health = await slow.Stranger.GetAsync(new Uri("/health/live", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    [Fact]
    public async Task What_is_regained_leaves_no_row_behind()
    {
        await AskAsync((await studio.RegisterAsync()).Http);
        studio.Clock.Advance(TimeSpan.FromHours(2));

        await studio.Services.GetServices<IHostedService>().OfType<Sweeper>().Single().SweepAsync(Cancel);

        await using var count = studio.Database.CreateCommand("select count(*) from platform.throttle");
        Assert.Equal(0L, await count.ExecuteScalarAsync(Cancel));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<(HttpStatusCode Status, string? RetryAfter)> AskAsync(HttpClient http)
    {
        using var answer = await http.PostAsync(Generate, content: null, Cancel);
        return (answer.StatusCode, answer.Headers.TryGetValues("Retry-After", out var values) ? values.Single() : null);
    }

    public sealed class Studio : StudioFactory
    {
        protected override IEnumerable<string> Settings =>
            [.. base.Settings, "--Atelier:Throttles:GenerationsPerHour=10"];
    }

    public sealed class SlowStudio : StudioFactory
    {
        protected override IEnumerable<string> Settings =>
            [.. base.Settings, "--Atelier:Throttles:RequestsPerMinute=20"];
    }
}
