using System.IO.Compression;
using System.Text;
using Atelier.Generation;
using Atelier.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Atelier.Platform.Outgoing;

/// <summary>Real calls to a real server on loopback, which is allowed by name where a call may get through.</summary>
public sealed class OutgoingClientTests : IAsyncLifetime
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(60);

    private readonly KnownNames _names = new();
    private Receiver? _server;

    private Receiver Server => _server!;

    public async ValueTask InitializeAsync()
    {
        _server = await Receiver.StartAsync();
        _names.Set("open.test", "127.0.0.1");
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    [Fact]
    public async Task A_call_carries_what_it_was_given_and_nothing_of_the_studios()
    {
        var call = new OutgoingCall(HttpMethod.Post, At("open.test", "hook?a=1"), Long)
        {
            Body = Encoding.UTF8.GetBytes("{}"),
            Headers = new Dictionary<string, string> { ["x-kind"] = "test" },
        };

        var answer = await SendAsync(call);

        Assert.Equal((200, null), (answer.Status, answer.Failure));
        var received = Assert.Single(Server.All);
        Assert.Equal(
            ("POST", "/hook?a=1", "{}"),
            (received.Method, received.Path, Encoding.UTF8.GetString(received.Body))
        );
        string[] expected = ["Accept-Encoding", "Content-Length", "Content-Type", "Host", "User-Agent", "x-kind"];
        Assert.Equal(expected.Order(StringComparer.Ordinal), received.Headers.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_a_model_provider_names_is_called_through_the_same_guard()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddSingleton(TimeProvider.System).AddOutgoing();
        await using var provider = services.BuildServiceProvider();
        using var http = new HttpMessageInvoker(
            provider.GetRequiredKeyedService<HttpMessageHandler>(GenerationRegistration.OutsideHandler)
        );

        using var request = new HttpRequestMessage(HttpMethod.Get, At("127.0.0.1", "clip.mp4"));
        var failed = await Assert.ThrowsAsync<HttpRequestException>(() => http.SendAsync(request, Cancel));

        Assert.IsType<DestinationRefusedException>(failed.InnerException);
        Assert.Empty(Server.All);
    }

    [Fact]
    public async Task E06_a_name_that_moves_inside_after_it_was_judged_is_not_called()
    {
        _names.Set("moving.test", "93.184.216.34", "127.0.0.1");
        var address = new Uri($"http://moving.test:{Server.Port}/");

        Assert.True(await GuardWith("open.test", Server.Port).AllowsAsync(address, Cancel));
        var answer = await SendAsync(new(HttpMethod.Get, address, Long, 1000));

        Assert.Equal((null, OutgoingFailure.Refused), (answer.Status, answer.Failure));
        Assert.Empty(Server.All);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task E06_a_redirect_inside_is_not_followed(int status)
    {
        _names.Set("inside.test", "127.0.0.1");
        Server.Answer = http => RedirectAsync(http, status, At("inside.test", "secret").AbsoluteUri);

        var answer = await SendAsync(new(HttpMethod.Get, At("open.test"), Long, 1000, Redirects: 5));

        Assert.Equal(OutgoingFailure.Refused, answer.Failure);
        Assert.Single(Server.All);
    }

    [Theory]
    [InlineData("//inside.test/")]
    [InlineData("http://open.test@inside.test/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://169.254.169.254/")]
    public async Task E06_a_redirect_to_what_is_no_plain_public_address_is_not_followed(string location)
    {
        Server.Answer = http => RedirectAsync(http, 302, location);

        var answer = await SendAsync(new(HttpMethod.Get, At("open.test"), Long, 1000, Redirects: 5));

        Assert.Equal(OutgoingFailure.Refused, answer.Failure);
        Assert.Single(Server.All);
    }

    [Fact]
    public async Task Redirects_are_followed_to_the_end_but_not_for_ever_and_never_unasked()
    {
        Server.Answer = http =>
            http.Request.Path == "/end"
                ? http.Response.WriteAsync("there", Cancel)
                : RedirectAsync(http, 302, http.Request.Path == "/loop" ? "/loop" : "/end");

        var followed = await SendAsync(new(HttpMethod.Get, At("open.test"), Long, 1000, Redirects: 1));
        var looped = await SendAsync(new(HttpMethod.Get, At("open.test", "loop"), Long, 1000, Redirects: 5));
        var unasked = await SendAsync(new(HttpMethod.Get, At("open.test"), Long, 1000));

        Assert.Equal(("there", "/end"), (Encoding.UTF8.GetString(followed.Body), followed.Address.AbsolutePath));
        Assert.Equal(OutgoingFailure.TooManyRedirects, looped.Failure);
        Assert.Equal((302, null), (unasked.Status, unasked.Failure));
    }

    [Fact]
    public async Task D14_an_answer_is_read_up_to_its_limit_also_when_it_was_packed_small()
    {
        Server.Answer = async http =>
        {
            http.Response.Headers.ContentEncoding = "gzip";
            await using var packed = new GZipStream(http.Response.Body, CompressionLevel.Fastest);
            await packed.WriteAsync(new byte[200_000], Cancel);
        };

        var large = await SendAsync(new(HttpMethod.Get, At("open.test"), Long, 100_000));
        var small = await SendAsync(new(HttpMethod.Get, At("open.test"), Long, 200_000));

        Assert.Equal(OutgoingFailure.TooLarge, large.Failure);
        Assert.Empty(large.Body);
        Assert.Equal(200_000, small.Body.Length);
    }

    /// <summary>Everything that leads to this machine, one way or another, with the port on which it listens.</summary>
    [Fact]
    public async Task E06_of_all_hostile_addresses_none_reaches_a_listener_and_none_is_answered()
    {
        foreach (var name in (string[])["rebound.test", "127.0.0.1.nip.test", "localhost", "six.test", "mixed.test"])
            _names.Set(
                name,
                name switch
                {
                    "six.test" => "::1",
                    "mixed.test" => "93.184.216.34,127.0.0.1",
                    _ => "127.0.0.1",
                }
            );
        _names.Set("later.test", "93.184.216.34", "127.0.0.1");
        Assert.True(await GuardWith("open.test", Server.Port).AllowsAsync(At("later.test"), Cancel));
        var failures = new List<(string Host, OutgoingFailure? Failure)>();

        foreach (var host in HostileHosts.All)
            if (Uri.TryCreate($"http://{host}:{Server.Port}/", UriKind.Absolute, out var address))
                failures.Add((host, (await SendAsync(new(HttpMethod.Get, address, Long, 1000))).Failure));

        Assert.True(failures.Count >= 100, $"only {failures.Count} were addresses at all");
        Assert.All(failures, failure => Assert.Equal((failure.Host, OutgoingFailure.Refused), failure));
        Assert.Empty(Server.All);
    }

    [Fact]
    public async Task D14_a_server_that_lies_about_its_length_or_never_ends_costs_no_more_than_its_limits()
    {
        Server.Answer = async http =>
        {
            if (http.Request.Path == "/lie")
                http.Response.ContentLength = 1000;
            await http.Response.WriteAsync("short", Cancel);
            while (http.Request.Path == "/endless" && !http.RequestAborted.IsCancellationRequested)
                await http.Response.Body.WriteAsync(new byte[16 * 1024], http.RequestAborted);
        };

        var lie = await SendAsync(new(HttpMethod.Get, At("open.test", "lie"), Long, 10_000));
        var endless = await SendAsync(new(HttpMethod.Get, At("open.test", "endless"), Long, 100_000));

        Assert.Equal(OutgoingFailure.Unreachable, lie.Failure);
        Assert.Equal(OutgoingFailure.TooLarge, endless.Failure);
    }

    [Fact]
    public async Task D14_headers_that_do_not_come_or_do_not_end_are_not_waited_for()
    {
        Server.Answer = http =>
        {
            if (http.Request.Path != "/huge")
                return Task.Delay(Timeout.Infinite, http.RequestAborted);
            for (var i = 0; i < 100; i++)
                http.Response.Headers[$"x-{i}"] = new string('a', 1000);
            return Task.CompletedTask;
        };
        var impatient = new AnswerRules { HeaderTime = TimeSpan.FromMilliseconds(50) };

        var silent = await SendAsync(new(HttpMethod.Get, At("open.test"), Long, 1000) { Rules = impatient });
        var huge = await SendAsync(new(HttpMethod.Get, At("open.test", "huge"), Long, 1000));

        Assert.Equal(OutgoingFailure.TimedOut, silent.Failure);
        Assert.Equal(OutgoingFailure.Unreachable, huge.Failure);
    }

    [Fact]
    public async Task D14_a_server_that_does_not_answer_costs_no_more_than_the_time_it_was_given()
    {
        Server.Answer = http => Task.Delay(Timeout.Infinite, http.RequestAborted);

        var answer = await SendAsync(new(HttpMethod.Get, At("open.test"), TimeSpan.FromMilliseconds(50), 1000));

        Assert.Equal((null, OutgoingFailure.TimedOut), (answer.Status, answer.Failure));
    }

    [Fact]
    public async Task A_host_that_nobody_knows_looks_like_one_that_is_forbidden_and_a_closed_port_unreachable()
    {
        await Server.DisposeAsync();

        var unknown = await SendAsync(new(HttpMethod.Get, new("http://nobody.test/"), Long));
        var closed = await SendAsync(new(HttpMethod.Get, At("open.test"), Long));
        _server = await Receiver.StartAsync();

        Assert.Equal(OutgoingFailure.Refused, unknown.Failure);
        Assert.Equal(OutgoingFailure.Unreachable, closed.Failure);
    }

    [Fact]
    public async Task Whoever_stops_waiting_gets_no_answer()
    {
        using var stop = new CancellationTokenSource();
        Server.Answer = http => stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            SendAsync(new(HttpMethod.Get, At("open.test"), Long, 1000), stop.Token)
        );
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Uri At(string host, string path = "") => new($"http://{host}:{Server.Port}/{path}");

    private static Task RedirectAsync(HttpContext http, int status, string location)
    {
        (http.Response.StatusCode, http.Response.Headers.Location) = (status, location);
        return Task.CompletedTask;
    }

    private OutgoingGuard GuardWith(string allowed, int port) =>
        new(_names, Options.Create(new OutgoingOptions { Allow = [allowed], Ports = $"{port}" }), TimeProvider.System);

    private async Task<OutgoingAnswer> SendAsync(OutgoingCall call, CancellationToken? cancel = null)
    {
        using var client = new OutgoingClient(
            GuardWith("open.test", call.Address.Port),
            TimeProvider.System,
            NullLogger<OutgoingClient>.Instance
        );
        return await client.SendAsync(call, cancel ?? Cancel);
    }
}
