using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Atelier.Support;

namespace Atelier.Identity;

/// <summary>Mailed links: two an hour to one mail address here, and four from one network address or person.</summary>
public sealed class LinkThrottleTests(LinkThrottleTests.Studio studio) : IClassFixture<LinkThrottleTests.Studio>
{
    private static readonly HttpStatusCode[] TwoOfThree =
    [
        HttpStatusCode.Accepted,
        HttpStatusCode.Accepted,
        HttpStatusCode.TooManyRequests,
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A11_a_mail_address_gets_few_links_whoever_asks_and_whether_or_not_it_has_an_account(bool isKnown)
    {
        var email = isKnown ? (await studio.RegisterAsync()).Email : NewEmail();

        var answers = new List<(HttpStatusCode Status, int Wait)>();
        for (var n = 0; n < 3; n++)
            answers.Add(await ForgetAsync(email, from: NewAddress()));

        Assert.Equal(TwoOfThree, answers.Select(answer => answer.Status));
        Assert.InRange(answers[^1].Wait, 1, 1800);
        Assert.Equal(HttpStatusCode.Accepted, (await ForgetAsync(NewEmail(), NewAddress())).Status);
        studio.Clock.Advance(TimeSpan.FromSeconds(answers[^1].Wait));
        Assert.Equal(HttpStatusCode.Accepted, (await ForgetAsync(email, NewAddress())).Status);
    }

    [Fact]
    public async Task A11_one_address_asks_for_few_links_whatever_the_accounts()
    {
        var from = NewAddress();
        for (var n = 0; n < 4; n++)
            Assert.Equal(HttpStatusCode.Accepted, (await ForgetAsync(NewEmail(), from)).Status);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await ForgetAsync(NewEmail(), from)).Status);
        Assert.Equal(HttpStatusCode.Accepted, (await ForgetAsync(NewEmail(), NewAddress())).Status);
    }

    [Fact]
    public async Task D09_a_confirmation_is_sent_again_only_so_often()
    {
        var (person, other) = (await studio.RegisterAsync(), await studio.RegisterAsync());

        var answers = new List<HttpStatusCode>();
        for (var n = 0; n < 3; n++)
            answers.Add((await person.PostAsync("auth/verify/resend")).Status);

        Assert.Equal(TwoOfThree, answers);
        (await person.PostAsync("auth/verify/resend")).ExpectProblem(
            HttpStatusCode.TooManyRequests,
            "too_many_requests"
        );
        (await other.PostAsync("auth/verify/resend")).Expect(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task D09_nobody_fills_anothers_mailbox_by_wanting_its_address()
    {
        var email = NewEmail();

        var answers = new List<HttpStatusCode>();
        for (var n = 0; n < 3; n++)
            answers.Add((await (await studio.RegisterAsync()).PostAsync("auth/email", new { email })).Status);

        Assert.Equal(TwoOfThree, answers);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await ForgetAsync(email, NewAddress())).Status);
    }

    private static int _address;

    private static string NewAddress() =>
        string.Create(CultureInfo.InvariantCulture, $"198.19.0.{Interlocked.Increment(ref _address)}");

    private string NewEmail() => $"{Guid.CreateVersion7(studio.Clock.GetUtcNow()):n}@example.org";

    private async Task<(HttpStatusCode Status, int Wait)> ForgetAsync(string email, string from)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(studio.Address, "/api/v1/auth/forgot"));
        request.Headers.Add("X-Forwarded-For", from);
        request.Content = JsonContent.Create(new { email });
        using var answer = await studio.Stranger.SendAsync(request, Cancel);
        return (
            answer.StatusCode,
            answer.Headers.TryGetValues("Retry-After", out var wait)
                ? int.Parse(wait.Single(), CultureInfo.InvariantCulture)
                : 0
        );
    }

    public sealed class Studio : StudioFactory
    {
        internal override string Role => "web"; // nothing is mailed

        protected override IEnumerable<string> Settings =>
            [
                .. base.Settings,
                "--Atelier:Http:Proxies:0=127.0.0.1",
                "--Atelier:Throttles:LinksPerHour=2",
                "--Atelier:Throttles:ForgottenPerHour=4",
            ];
    }
}
