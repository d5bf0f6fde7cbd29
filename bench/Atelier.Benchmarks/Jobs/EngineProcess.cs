using System.Diagnostics;
using System.Text.Json;

namespace Atelier.Benchmarks.Jobs;

/// <summary>
/// An engine under measurement: a process that is producer and worker, takes one command a line and answers each with a
/// line of JSON.
/// </summary>
internal sealed class EngineProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;

    private EngineProcess(Process process) => _process = process;

    public int Id => _process.Id;

    public static EngineProcess Start(EngineSpec engine, string? database, int redisPort)
    {
        var start = new ProcessStartInfo(engine.Program, engine.Arguments)
        {
            WorkingDirectory = engine.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var (key, value) in engine.Environment)
            start.Environment[key] = value;
        start.Environment["DATABASE_URL"] = database;
        start.Environment["REDIS_PORT"] = $"{redisPort}";
        return new EngineProcess(Process.Start(start)!);
    }

    public async Task<Answer> AskAsync(string command)
    {
        await _process.StandardInput.WriteLineAsync(command);
        await _process.StandardInput.FlushAsync();
        var line = await _process.StandardOutput.ReadLineAsync().WaitAsync(Patience);
        return line is null
            ? throw new InvalidOperationException($"{_process.StartInfo.FileName} ended at: {command}")
            : JsonSerializer.Deserialize<Answer>(line, JsonSerializerOptions.Web)!;
    }

    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", ["-" + signal, $"{_process.Id}"]);
        await kill.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}

/// <summary>What an engine says about a command; what does not belong to it is left at its default.</summary>
/// <param name="Jobs">How many of those asked for, where its patience ended first.</param>
/// <param name="Took">Milliseconds, one for each job.</param>
internal sealed record Answer(double Seconds = 0, int? Jobs = null, double[]? Took = null);
