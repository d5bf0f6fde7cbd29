using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Atelier.Testing;

namespace Atelier.Support;

/// <summary>The studio as its operator runs it: a process of its own on a port of its own, which can be killed.</summary>
internal sealed partial class StudioProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5); // machines that run tests are busy

    private readonly Process _process;
    private readonly HttpClient _http = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private StudioProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) =>
        {
            if (ListeningOn().Match(line.Data ?? "") is { Success: true } found)
                _address.TrySetResult(new Uri(found.Groups[1].Value));
        };
        process.BeginOutputReadLine();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public int ExitCode => _process.ExitCode;

    /// <summary>Speaks to the studio without a token, until somebody visits.</summary>
    public HttpClient Stranger => _http;

    /// <param name="path">Where its tools are looked for; as here when null.</param>
    public static StudioProcess Start(string data, string? path = null, params string[] more) =>
        Start(data, path, [], more);

    /// <param name="wrapper">A program and its arguments that run the studio in surroundings of their own.</param>
    public static StudioProcess Start(string data, string? path, string[] wrapper, string[] more)
    {
        string[] line =
        [
            .. wrapper,
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            Path.Combine(AppContext.BaseDirectory, "Atelier.Server.dll"),
            "--url=http://127.0.0.1:0", // the system's choice: a port found beforehand may be another studio's by then
            $"--data={data}",
            $"--Atelier:Packs={RepositoryRoot.Packs}",
            .. more,
        ];
        var start = new ProcessStartInfo(line[0], line[1..])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        if (path is not null)
            start.Environment["PATH"] = path;
        return new StudioProcess(Process.Start(start)!);
    }

    public async Task<StudioProcess> ReadyAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        limit.CancelAfter(Patience);
        while (_http.BaseAddress is null)
        {
            if (_process.HasExited)
                Assert.Fail($"the studio ended while starting: {await _process.StandardError.ReadToEndAsync(Cancel)}");
            if (await Task.WhenAny(_address.Task, Task.Delay(50, limit.Token)) == _address.Task)
                _http.BaseAddress = await _address.Task;
            limit.Token.ThrowIfCancellationRequested();
        }
        while (true)
        {
            using var answer = await _http.GetAsync(new Uri("/health/ready", UriKind.Relative), limit.Token);
            if (answer.StatusCode == HttpStatusCode.OK)
                return this;
            await Task.Delay(50, limit.Token); // another process's work: there is no signal to wait on
        }
    }

    /// <summary>As the kernel or an operator's <c>kill -9</c> ends it.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(Cancel).WaitAsync(Patience, Cancel);
    }

    public async Task TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync(Cancel).WaitAsync(Patience, Cancel);
    }

    /// <returns>What a studio that did not start has to say.</returns>
    public async Task<string> LastWordsAsync()
    {
        var words = await _process.StandardError.ReadToEndAsync(Cancel).WaitAsync(Patience, Cancel);
        await _process.WaitForExitAsync(Cancel);
        return words.Trim();
    }

    /// <summary>A person with an account; <see cref="Visit"/> takes them to the studio's next life.</summary>
    public async Task<Person> RegisterAsync()
    {
        var who = new { email = "reader@example.org", password = "a long enough phrase" };
        var user = (await _http.AskAsync(HttpMethod.Post, "auth/register", who)).Expect(HttpStatusCode.Created);
        var tokens = (await _http.AskAsync(HttpMethod.Post, "auth/login", who)).Expect(HttpStatusCode.OK);
        return Visit(new(user["id"]!.GetValue<Guid>(), who.email, tokens["accessToken"]!.GetValue<string>(), _http));
    }

    public Person Visit(Person person)
    {
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", person.AccessToken);
        return person with { Http = _http };
    }

    /// <summary>A studio that still runs is stopped, so that its database does not outlive the test.</summary>
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            if (!_process.WaitForExit(Patience))
                _process.Kill(entireProcessTree: true);
        }
        _process.Dispose();
        _http.Dispose();
    }

    [GeneratedRegex(@"Now listening on: (http://127\.0\.0\.1:\d+)")]
    private static partial Regex ListeningOn();
}
