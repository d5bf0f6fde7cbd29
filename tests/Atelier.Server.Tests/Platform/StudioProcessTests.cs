using System.Diagnostics;
using Atelier.Support;

namespace Atelier.Platform;

/// <summary>The server as a process of its own, with its own database: started, killed, started again, stopped.</summary>
public sealed class StudioProcessTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("atelier-process-test-");

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public async Task A_killed_studio_starts_again_on_its_data_and_stops_when_told()
    {
        using (var first = await StudioProcess.Start(_data.FullName).ReadyAsync())
            await first.KillAsync();
        Assert.True(File.Exists(ProcessFile), "a killed studio leaves its database running");

        using var second = await StudioProcess.Start(_data.FullName).ReadyAsync();
        var watch = Stopwatch.StartNew();
        await second.TerminateAsync();

        Assert.Equal(0, second.ExitCode);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"took {watch.Elapsed}");
        Assert.False(File.Exists(ProcessFile), "the database stopped with the studio");
    }

    [Fact]
    public async Task A_wrong_option_stops_the_start_with_its_key()
    {
        using var studio = StudioProcess.Start(_data.FullName, more: ["--role", "chef"]);

        Assert.Equal("atelier: Atelier:Role: The role must be all, web or worker.", await studio.LastWordsAsync());
        Assert.Equal(1, studio.ExitCode);
    }

    private string ProcessFile => Path.Combine(_data.FullName, "postgres", "data", "postmaster.pid");
}
