using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Atelier.Support;

namespace Atelier.Identity;

/// <summary>Guessing at passwords, with the limits that a studio has when nobody changed them.</summary>
public sealed class LoginGuardTests(LoginGuardTests.Proxied studio, LoginGuardTests.Plain plain)
    : IClassFixture<LoginGuardTests.Proxied>,
        IClassFixture<LoginGuardTests.Plain>
{
    private const string Home = "192.0.2.1";
    private static int _address;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A07_wrong_tries_have_to_wait_longer_and_longer_and_a_right_one_looks_the_same()
    {
        var (email, from) = ((await studio.RegisterAsync()).Email, NewAddress());
        for (var n = 0; n < 5; n++)
            Assert.Equal(HttpStatusCode.Unauthorized, (await TryAsync(email, "wrong", from)).Status);
        var waits = new List<int>();
        while (waits.Count < 6)
        {
            var answer = await TryAsync(email, "wrong", from);
            if (answer.Status == HttpStatusCode.TooManyRequests)
            {
                waits.Add(answer.Wait);
                studio.Clock.Advance(TimeSpan.FromSeconds(answer.Wait));
            }
        }
        Assert.Equal(waits.Order(), waits);
        Assert.True(waits[^1] > 60, string.Join(' ', waits));
        await TryAsync(email, "wrong", from);

        var wrong = await TryAsync(email, "wrong", from);
        var right = await TryAsync(email, StudioFactory.Password, from);

        Assert.Equal(HttpStatusCode.TooManyRequests, right.Status);
        Assert.Equal((wrong.Status, wrong.Detail), (right.Status, right.Detail));
        studio.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(HttpStatusCode.OK, (await TryAsync(email, StudioFactory.Password, from)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await TryAsync(email, "wrong", from)).Status); // forgotten
    }

    [Fact]
    public async Task A08_whatever_others_try_a_known_device_gets_in()
    {
        var person = await studio.RegisterAsync();
        var device = (await TryAsync(person.Email, StudioFactory.Password, Home)).Device;
        Assert.NotNull(device);

        var attacker = NewAddress();
        for (var n = 0; n < 100; n++)
            await TryAsync(person.Email, "wrong", attacker);
        for (var n = 0; n < 100; n++)
            await TryAsync(person.Email, "wrong", NewAddress());

        Assert.Equal(
            HttpStatusCode.TooManyRequests,
            (await TryAsync(person.Email, StudioFactory.Password, NewAddress())).Status
        );
        Assert.Equal(
            HttpStatusCode.TooManyRequests,
            (await TryAsync(person.Email, StudioFactory.Password, NewAddress(), "atelier_device=made-up")).Status
        );
        Assert.Equal(
            HttpStatusCode.OK,
            (await TryAsync(person.Email, StudioFactory.Password, attacker, device)).Status
        );
        (await person.GetAsync("auth/me")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A08_a_known_device_has_a_delay_of_its_own_and_only_its_hash_is_kept()
    {
        var owner = await studio.RegisterAsync();
        var device = (await TryAsync(owner.Email, StudioFactory.Password, Home)).Device!;
        Assert.Matches("; path=/; samesite=strict; httponly", device);
        var token = device.Split(';')[0].Split('=')[1];
        await using var find = studio.Database.CreateCommand(
            "select count(*) from identity.known_device where encode(hash, 'escape') like '%' || $1 || '%'"
        );
        find.Parameters.AddWithValue(token);
        Assert.Equal(0L, await find.ExecuteScalarAsync(Cancel));

        await HeldAsync(owner.Email, NewAddress(), device);
    }

    [Fact]
    public async Task A09_one_address_is_stopped_over_all_accounts_and_on_every_node()
    {
        var from = NewAddress();
        var answers = new List<HttpStatusCode>();
        for (var n = 0; n < 30; n++)
            answers.Add((await TryAsync((await studio.RegisterAsync()).Email, "wrong", from)).Status);
        var next = (await studio.RegisterAsync()).Email;

        Assert.Equal(Enumerable.Repeat(HttpStatusCode.Unauthorized, 25), answers.Take(25));
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        var other = await studio.OtherNodeAsync();
        Assert.Equal(HttpStatusCode.TooManyRequests, (await TryAsync(next, "wrong", from, node: other)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await TryAsync(next, "wrong", NewAddress())).Status);
    }

    [Fact]
    public async Task A09_right_passwords_use_nothing_up()
    {
        var from = NewAddress();
        for (var n = 0; n < 30; n++)
            Assert.Equal(
                HttpStatusCode.OK,
                (await TryAsync((await studio.RegisterAsync()).Email, StudioFactory.Password, from)).Status
            );
    }

    [Theory]
    [InlineData("X-Forwarded-For")]
    [InlineData("X-Real-IP")]
    [InlineData("Forwarded")]
    public async Task D08_an_address_somebody_made_up_is_not_the_one_that_counts(string header)
    {
        var email = (await plain.RegisterAsync()).Email;
        for (var n = 0; n < 5; n++)
            await TryAsync(email, "wrong", $"203.0.113.{n}", at: plain, header: header);

        for (var n = 0; n < 5; n++)
            await TryAsync(email, "wrong", $"203.0.113.{n}", at: plain, header: header);
        var held = await TryAsync(email, StudioFactory.Password, "203.0.113.77", at: plain, header: header);

        Assert.Equal(HttpStatusCode.TooManyRequests, held.Status);
    }

    [Fact]
    public async Task A10_the_current_password_cannot_be_guessed_in_a_stolen_session()
    {
        var person = await studio.RegisterAsync();
        var elsewhere = await studio.SignInAgainAsync(person);
        var change = new { currentPassword = "wrong", password = "nine lanterns over moss" };
        var answer = await person.PostAsync("auth/password", change);
        for (var n = 0; n < 40 && answer.Status == HttpStatusCode.Forbidden; n++)
            answer = await person.PostAsync("auth/password", change);

        answer.ExpectProblem(HttpStatusCode.TooManyRequests, "too_many_requests");
        (await elsewhere.PostAsync("auth/password", change)).ExpectProblem(HttpStatusCode.Forbidden, "wrong_password");
    }

    private static string NewAddress()
    {
        var n = Interlocked.Increment(ref _address);
        return string.Create(CultureInfo.InvariantCulture, $"198.18.{n / 250}.{n % 250}");
    }

    private async Task HeldAsync(string email, string from, string device)
    {
        for (var n = 0; n < 40; n++)
            if ((await TryAsync(email, "wrong", from, device)).Status == HttpStatusCode.TooManyRequests)
                return;
        Assert.Fail("nobody was held back");
    }

    private async Task<(HttpStatusCode Status, string? Detail, int Wait, string? Device)> TryAsync(
        string email,
        string password,
        string from,
        string? device = null,
        Uri? node = null,
        StudioFactory? at = null,
        string header = "X-Forwarded-For"
    )
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri(node ?? (at ?? studio).Address, "/api/v1/auth/login")
        );
        request.Headers.TryAddWithoutValidation(header, header == "Forwarded" ? $"for={from}" : from);
        if (device is not null)
            request.Headers.Add("Cookie", device.Split(';')[0]);
        request.Content = JsonContent.Create(new { email, password });
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false });
        using var answer = await http.SendAsync(request, Cancel);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        return (
            answer.StatusCode,
            JsonNode.Parse(text)?["code"]?.GetValue<string>(),
            answer.Headers.TryGetValues("Retry-After", out var wait)
                ? int.Parse(wait.Single(), CultureInfo.InvariantCulture)
                : 0,
            answer.Headers.TryGetValues("Set-Cookie", out var cookies)
                ? cookies.SingleOrDefault(c => c.StartsWith("atelier_device=", StringComparison.Ordinal))
                : null
        );
    }

    public sealed class Proxied : StudioFactory
    {
        protected override IEnumerable<string> Settings => ["--Atelier:Http:Proxies:0=127.0.0.1"];
    }

    public sealed class Plain : StudioFactory
    {
        protected override IEnumerable<string> Settings => [];
    }
}
