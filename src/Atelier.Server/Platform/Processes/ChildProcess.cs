using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Atelier.Platform.Processes;

/// <summary>Runs an outside tool within limits: time, memory, output, and an environment without secrets.</summary>
internal static class ChildProcess
{
    /// <summary>Under which its spans are found.</summary>
    public const string SpansName = "Atelier.Processes";

    private const int KeptErrorBytes = 8 * 1024;

    private static readonly ActivitySource Spans = new(SpansName);

    // Pipes that a grandchild still holds open are abandoned after this.
    private static readonly TimeSpan PipeGrace = TimeSpan.FromSeconds(2);

    public static async Task<ChildProcessResult> RunAsync(ChildProcessRequest request, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        if (ToolPackages.Find(request.Tool) is not { } file)
            return new(request.Tool, ChildProcessEnd.ToolMissing, -1, default, "");

        using var span = Spans.StartActivity($"run {request.Tool}");
        using var process = new Process { StartInfo = Describe(request, file) };
        process.Start();
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(request.Timeout);
        using var overflow = new CancellationTokenSource();
        using var broken = new CancellationTokenSource();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, overflow.Token, broken.Token);

        var input = WriteInputAsync(process, request, broken, stop.Token);
        var output = request.OutputLine is { } line
            ? ReadLinesAsync(process.StandardOutput, line)
            : ReadCappedAsync(process.StandardOutput.BaseStream, request.OutputBytes, overflow);
        var errors = ReadTailAsync(process.StandardError.BaseStream);
        try
        {
            await process.WaitForExitAsync(stop.Token);
        }
        catch (OperationCanceledException)
        {
            await KillAsync(process);
        }
        await Task.WhenAny(Task.WhenAll(input, output, errors), Task.Delay(PipeGrace, CancellationToken.None));
        cancel.ThrowIfCancellationRequested();
        if (input.IsFaulted)
            await input;

        var end =
            overflow.IsCancellationRequested ? ChildProcessEnd.OutputTooLarge
            : deadline.IsCancellationRequested ? ChildProcessEnd.TimedOut
            : ChildProcessEnd.Exited;
        span?.SetTag("process.executable.name", request.Tool);
        if (end is ChildProcessEnd.Exited)
            span?.SetTag("process.exit.code", process.ExitCode);
        else
            span?.SetStatus(ActivityStatusCode.Error, end.ToString());
        return new(
            request.Tool,
            end,
            end is ChildProcessEnd.Exited ? process.ExitCode : -1,
            output.IsCompletedSuccessfully ? await output : default,
            errors.IsCompletedSuccessfully ? await errors : ""
        );
    }

    private static ProcessStartInfo Describe(ChildProcessRequest request, string file)
    {
        var info = new ProcessStartInfo(file)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = request.WorkingFolder ?? Path.GetTempPath(),
        };
        if (request.MemoryBytes is { } memory && ToolPackages.Find("prlimit") is { } prlimit)
        {
            info.FileName = prlimit;
            info.ArgumentList.Add(string.Create(CultureInfo.InvariantCulture, $"--as={memory}"));
            info.ArgumentList.Add("--core=0");
            info.ArgumentList.Add("--");
            info.ArgumentList.Add(file);
        }
        foreach (var argument in request.Arguments)
            info.ArgumentList.Add(argument);

        info.Environment.Clear();
        foreach (var name in (ReadOnlySpan<string>)["PATH", "HOME", "TMPDIR", "XDG_CACHE_HOME"])
            if (Environment.GetEnvironmentVariable(name) is { } value)
                info.Environment[name] = value;
        info.Environment["LANG"] = "C.UTF-8";
        foreach (var (name, value) in request.Environment)
            info.Environment[name] = value;
        return info;
    }

    private static async Task WriteInputAsync(
        Process process,
        ChildProcessRequest request,
        CancellationTokenSource broken,
        CancellationToken stop
    )
    {
        try
        {
            if (request.Feed is { } feed)
            {
                PipeCapacity.Widen(process.StandardInput.BaseStream);
                await feed(process.StandardInput.BaseStream, stop);
            }
            else
                await process.StandardInput.BaseStream.WriteAsync(request.Input, stop);
            process.StandardInput.Close();
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // The tool ended without reading everything; its exit code tells the story.
        }
        catch
        {
            await broken.CancelAsync();
            throw;
        }
    }

    private static async Task<ReadOnlyMemory<byte>> ReadLinesAsync(StreamReader output, Action<string> line)
    {
        while (await output.ReadLineAsync() is { } read)
            line(read);
        return default;
    }

    private static async Task<ReadOnlyMemory<byte>> ReadCappedAsync(
        Stream stream,
        int limit,
        CancellationTokenSource overflow
    )
    {
        using var kept = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (await stream.ReadAsync(buffer) is var read and > 0)
        {
            if (kept.Length + read > limit)
            {
                await overflow.CancelAsync();
                break;
            }
            kept.Write(buffer, 0, read);
        }
        return kept.GetBuffer().AsMemory(0, (int)kept.Length);
    }

    private static async Task<string> ReadTailAsync(Stream stream)
    {
        var tail = new byte[KeptErrorBytes];
        var length = 0;
        var buffer = new byte[KeptErrorBytes];
        while (await stream.ReadAsync(buffer) is var read and > 0)
        {
            var keep = Math.Min(length, KeptErrorBytes - read);
            Array.Copy(tail, length - keep, tail, 0, keep);
            Array.Copy(buffer, 0, tail, keep, read);
            length = keep + read;
        }
        return Encoding.UTF8.GetString(tail, 0, length);
    }

    private static async Task KillAsync(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            return; // it ended by itself in the meantime
        }
        await process.WaitForExitAsync(CancellationToken.None);
    }
}
