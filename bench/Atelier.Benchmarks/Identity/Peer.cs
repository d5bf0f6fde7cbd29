using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Npgsql;

namespace Atelier.Benchmarks.Identity;

/// <summary>The service of bench/identity under uvicorn, on the studio's PostgreSQL and with its keys.</summary>
internal sealed class Peer : IAsyncDisposable
{
    private readonly Process _process;

    private Peer(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<Peer> StartAsync(string database, string keys, int workers, string token)
    {
        var port = FreePort().ToString(CultureInfo.InvariantCulture);
        string[] line =
        [
            "-m",
            "uvicorn",
            "service:app",
            $"--port={port}",
            $"--workers={workers.ToString(CultureInfo.InvariantCulture)}",
            "--log-level=warning",
            "--no-access-log",
        ];
        var start = new ProcessStartInfo("/usr/bin/python3", line)
        {
            WorkingDirectory = Path.Combine("bench", "identity"),
        };
        var server = new NpgsqlConnectionStringBuilder(database);
        start.Environment["DATABASE_URL"] =
            $"postgresql+asyncpg://{server.Username}:{Uri.EscapeDataString(server.Password!)}@{server.Host}:{server.Port}/{server.Database}";
        start.Environment["SIGNING_KEYS"] = await File.ReadAllTextAsync(keys);
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        var peer = new Peer(Process.Start(start)!, new Uri($"http://127.0.0.1:{port}"));
        await peer.ReadyAsync(token);
        return peer;
    }

    public async ValueTask DisposeAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task ReadyAsync(string token)
    {
        using var http = new HttpClient { BaseAddress = Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            if (_process.HasExited)
                throw new InvalidOperationException("uvicorn stopped while starting");
            try
            {
                using var answer = await http.GetAsync(new Uri("/api/v1/auth/me", UriKind.Relative), limit.Token);
                if (answer.StatusCode == HttpStatusCode.OK)
                    return;
                throw new InvalidOperationException($"the peer answers {answer.StatusCode}");
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100, limit.Token);
            }
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
