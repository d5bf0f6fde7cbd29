using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Atelier.Benchmarks.Realtime;

/// <summary>The servers of one part of the benchmark; none outlives it.</summary>
internal sealed class Stage(string database, string data) : IAsyncDisposable
{
    private readonly List<Server> _servers = [];

    public Task<Server> NodeAsync() =>
        StartAsync(
            "/events",
            port => new("node", ["--expose-gc", Path.Combine("bench", "realtime", "server.mjs"), port])
        );

    public Task<Server> SignalRAsync() => StartAsync("/events", port => DotNet("signalr", $"http://127.0.0.1:{port}"));

    public Task<Server> StudioAsync(string role = "all") =>
        StartAsync(
            "/ws/events",
            port =>
                DotNet(
                    "studio",
                    $"--url=http://127.0.0.1:{port}",
                    $"--data={data}",
                    $"--role={role}",
                    $"--Atelier:Database={database}",
                    "--Atelier:Throttles:RequestsPerMinute=1000000",
                    "--Atelier:Realtime:ConnectionsPerPerson=1000000"
                )
        );

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers)
            await server.DisposeAsync();
    }

    private static ProcessStartInfo DotNet(string kind, params string[] more) =>
        new("dotnet", [typeof(Server).Assembly.Location, "realtime-server", kind, .. more])
        {
            Environment = { ["DOTNET_gcServer"] = "1" }, // as a web server of the SDK is built
        };

    private async Task<Server> StartAsync(string path, Func<string, ProcessStartInfo> line)
    {
        var port = FreePort();
        var server = new Server(line($"{port}"), new Uri($"ws://127.0.0.1:{port}{path}"));
        _servers.Add(server);
        await server.ReadyAsync();
        return server;
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
