using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Atelier.Cli.SampleBlogs;

namespace Atelier.Cli.Demo;

/// <summary>A server of the demo's own, on a free port and a data folder that is gone afterwards.</summary>
internal sealed class PrivateStudio : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(30);
    private readonly Process _process;
    private readonly string _data;
    private readonly string _log;

    private PrivateStudio(Process process, Uri address, string data, string log) =>
        (_process, Address, _data, _log) = (process, address, data, log);

    public Uri Address { get; }

    public int ProcessId => _process.Id;

    public string DataFolder => _data;

    public static async Task<PrivateStudio> StartAsync(string server, string outFolder, CancellationToken ct)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var data = Directory.CreateTempSubdirectory("atelier-demo-").FullName;
        var log = Path.Combine(outFolder, "studio.log");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["Atelier__Outgoing__Allow__0"] = BlogServer.Network; // the demo's blogs are on this machine
        foreach (var argument in (string[])[server, "--url", address.ToString(), "--data", data])
            start.ArgumentList.Add(argument);
        var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        var studio = new PrivateStudio(process, address, data, log);
        studio.KeepLog();
        try
        {
            await studio.ReadyAsync(ct);
            return studio;
        }
        catch
        {
            await studio.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            // SIGTERM, so that the studio stops its own PostgreSQL.
            using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync();
            using var limit = new CancellationTokenSource(StopLimit);
            try
            {
                await _process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                _process.Kill(entireProcessTree: true);
            }
        }
        _process.Dispose();
        if (Directory.Exists(_data))
            Directory.Delete(_data, recursive: true);
    }

    private async Task ReadyAsync(CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(StartLimit);
        using var http = new HttpClient { BaseAddress = Address };
        while (true)
        {
            if (_process.HasExited)
                throw new InvalidOperationException($"the studio stopped while starting; its words are in {_log}");
            try
            {
                using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative), limit.Token);
                if (answer.StatusCode == HttpStatusCode.OK)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            await Task.Delay(100, limit.Token);
        }
    }

    private void KeepLog()
    {
        var log = TextWriter.Synchronized(new StreamWriter(_log) { AutoFlush = true });
        DataReceivedEventHandler keep = (_, line) => log.WriteLine(line.Data);
        _process.OutputDataReceived += keep;
        _process.ErrorDataReceived += keep;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
