using System.Diagnostics;
using System.Text;
using Atelier.Platform.Processes;

namespace Atelier.Platform.Processes;

public sealed class ChildProcessTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task E07_arguments_reach_the_tool_whole_and_never_a_shell()
    {
        var result = await ChildProcess.RunAsync(new("printf", "%s|", "$(id)", "a b", "; rm -rf x"), Cancel);

        Assert.Equal("$(id)|a b|; rm -rf x|", result.OutputText);
    }

    [Fact]
    public async Task Input_comes_back_as_output()
    {
        var result = await ChildProcess.RunAsync(new("cat") { Input = Encoding.UTF8.GetBytes("Grüße") }, Cancel);

        Assert.Equal("Grüße", result.OutputText);
    }

    [Fact]
    public async Task A_megabyte_is_written_before_the_tool_reads_any()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var written = false;
        var request = new ChildProcessRequest("sleep", "60")
        {
            Feed = async (pipe, ct) =>
            {
                await pipe.WriteAsync(new byte[1 << 20], ct);
                written = true;
                await stop.CancelAsync();
            },
            Timeout = TimeSpan.FromSeconds(30),
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ChildProcess.RunAsync(request, stop.Token));

        Assert.True(written);
    }

    [Fact]
    public async Task A_missing_tool_is_named_with_the_package_that_brings_it()
    {
        var result = await ChildProcess.RunAsync(new("no-such-tool"), Cancel);

        Assert.Equal("tool_missing", result.FailureCode);
        Assert.Contains("apt-get install no-such-tool", result.Failure, StringComparison.Ordinal);
        Assert.Equal("librsvg2-bin", ToolPackages.For("rsvg-convert"));
    }

    [Fact]
    public async Task A_failing_tool_tells_its_exit_code_and_last_words()
    {
        var result = await ChildProcess.RunAsync(new("sh", "-c", "echo out of ink >&2; exit 7"), Cancel);

        Assert.Equal("tool_failed", result.FailureCode);
        Assert.Equal("sh failed with exit code 7: out of ink", result.Failure);
    }

    [Fact]
    public async Task E08_a_slow_tool_is_stopped_at_its_deadline()
    {
        var watch = Stopwatch.StartNew();

        var result = await ChildProcess.RunAsync(
            new("sh", "-c", "sleep 60") { Timeout = TimeSpan.FromMilliseconds(200) },
            Cancel
        );

        Assert.Equal("tool_timed_out", result.FailureCode);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task E08_a_tool_that_writes_without_end_is_stopped()
    {
        var result = await ChildProcess.RunAsync(new("yes") { OutputBytes = 100_000 }, Cancel);

        Assert.Equal("tool_output_too_large", result.FailureCode);
    }

    [Fact]
    public async Task E08_a_tool_cannot_take_more_memory_than_it_is_given()
    {
        var request = new ChildProcessRequest("sort", "/dev/zero") { MemoryBytes = 200_000_000 };

        var result = await ChildProcess.RunAsync(request, Cancel);

        Assert.Equal(ChildProcessEnd.Exited, result.End);
        Assert.NotEqual(0, result.ExitCode);
    }

    [Fact]
    public async Task G04_secrets_of_the_environment_are_not_inherited()
    {
        Environment.SetEnvironmentVariable("ATELIER_SECRET_OF_THIS_TEST", "hunter2");

        var result = await ChildProcess.RunAsync(new("env"), Cancel);

        Assert.Contains("PATH=", result.OutputText, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", result.OutputText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task E08_cancelling_kills_the_tool_and_its_children_within_a_second()
    {
        using var cancel = new CancellationTokenSource();
        var marker = Path.GetTempFileName();
        var running = ChildProcess.RunAsync(
            new("sh", "-c", $"sleep 61 & echo $! > {marker}; wait") { Timeout = TimeSpan.FromMinutes(1) },
            cancel.Token
        );
        int child;
        while (!int.TryParse(await File.ReadAllTextAsync(marker, Cancel), out child))
            await Task.Yield();

        var watch = Stopwatch.StartNew();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1), $"took {watch.Elapsed}");
        Assert.False(
            File.Exists($"/proc/{child}/cmdline")
                && (await File.ReadAllTextAsync($"/proc/{child}/cmdline", Cancel)).Length > 0
        );
        File.Delete(marker);
    }
}
