using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Atelier.Testing;

namespace Atelier.Platform;

/// <summary>The server as a process of its own, with its own database: started, killed, started again, stopped.</summary>
public sealed class StudioProcessTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90); // machines that run tests are busy

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("atelier-process-test-");
    private readonly int _port = FreePort();

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public async Task A_killed_studio_starts_again_on_its_data_and_stops_when_told()
    {
        using (var first = Start())
        {
            await ReadyAsync(first);
            first.Kill();
            await first.WaitForExitAsync(Cancel);
        }
        Assert.True(File.Exists(ProcessFile), "a killed studio leaves its database running");

        using var second = Start();
        await ReadyAsync(second);
        var watch = Stopwatch.StartNew();
        using (var kill = Process.Start("kill", ["-TERM", second.Id.ToString(CultureInfo.InvariantCulture)]))
            await second.WaitForExitAsync(Cancel).WaitAsync(Patience, Cancel);

        Assert.Equal(0, second.ExitCode);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"took {watch.Elapsed}");
        Assert.False(File.Exists(ProcessFile), "the database stopped with the studio");
    }

    [Fact]
    public async Task A_wrong_option_stops_the_start_with_its_key()
    {
        using var studio = Start("--role", "chef");

        var words = await studio.StandardError.ReadToEndAsync(Cancel).WaitAsync(Patience, Cancel);
        await studio.WaitForExitAsync(Cancel);

        Assert.Equal(1, studio.ExitCode);
        Assert.Equal("atelier: Atelier:Role: The role must be all, web or worker.", words.Trim());
    }

    private string ProcessFile => Path.Combine(_data.FullName, "postgres", "data", "postmaster.pid");

    private Process Start(params string[] more)
    {
        string[] line =
        [
            Path.Combine(AppContext.BaseDirectory, "Atelier.Server.dll"),
            $"--url=http://127.0.0.1:{_port.ToString(CultureInfo.InvariantCulture)}",
            $"--data={_data.FullName}",
            $"--Atelier:Packs={RepositoryRoot.Packs}",
            .. more,
        ];
        var start = new ProcessStartInfo("dotnet", line)
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        return process;
    }

    private async Task ReadyAsync(Process studio)
    {
        using var http = new HttpClient();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        limit.CancelAfter(Patience);
        var ready = new Uri($"http://127.0.0.1:{_port.ToString(CultureInfo.InvariantCulture)}/health/ready");
        while (true)
        {
            Assert.False(studio.HasExited, "the studio ended while starting");
            try
            {
                using var answer = await http.GetAsync(ready, limit.Token);
                if (answer.StatusCode == HttpStatusCode.OK)
                    return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100, limit.Token); // another process's port: there is no signal to wait on
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
