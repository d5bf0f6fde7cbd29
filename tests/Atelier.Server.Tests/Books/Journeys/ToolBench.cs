using System.Diagnostics;
using Atelier.Platform.Processes;

namespace Atelier.Books.Journeys;

/// <summary>A folder of tools for a studio's PATH: real ones, missing ones, and an rsvg-convert that can be held.</summary>
internal sealed class ToolBench(string folder)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Those of these tools that this machine has, and no others.</summary>
    public string Only(params string[] tools)
    {
        foreach (var tool in tools)
            Put(tool);
        return folder;
    }

    public void Put(string tool)
    {
        Directory.CreateDirectory(folder);
        if (ToolPackages.Find(tool) is { } file)
            File.CreateSymbolicLink(Path.Combine(folder, tool), file);
    }

    /// <summary>All tools of this machine, with an rsvg-convert that keeps a record of its runs and stops when told.</summary>
    public string WithHeldConverter()
    {
        Put(
            "rsvg-convert",
            $"""
            #!/bin/sh
            echo "$*" >> "{folder}/runs"
            if [ -s "{folder}/hold" ]; then
                case "$*" in *"$(cat "{folder}/hold")"*)
                    : > "{folder}/held"
                    while [ -s "{folder}/hold" ]; do sleep 0.05; done
                    exit 1
                esac
            fi
            exec "{ToolPackages.Find("rsvg-convert")}" "$@"
            """
        );
        return $"{folder}:{Environment.GetEnvironmentVariable("PATH")}";
    }

    /// <summary>A program of the test's own in a tool's place.</summary>
    public void Put(string tool, string script)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, tool);
        File.WriteAllText(file, script + "\n");
        File.SetUnixFileMode(
            file,
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherExecute
        );
    }

    public void Remove(string tool) => File.Delete(Path.Combine(folder, tool));

    /// <param name="argument">Runs whose arguments have this in them do not get on.</param>
    public void Hold(string argument)
    {
        File.Delete(Path.Combine(folder, "held"));
        File.WriteAllText(Path.Combine(folder, "hold"), argument);
    }

    public void Release() => File.Delete(Path.Combine(folder, "hold"));

    public async Task HeldAsync()
    {
        var since = Stopwatch.GetTimestamp();
        while (!File.Exists(Path.Combine(folder, "held")))
        {
            Assert.True(Stopwatch.GetElapsedTime(since) < Patience, "the tool was not run");
            await Task.Delay(20, Cancel); // another process's work: there is no signal to wait on
        }
    }

    public int CountRuns(string argument) =>
        File.ReadLines(Path.Combine(folder, "runs")).Count(run => run.Contains(argument, StringComparison.Ordinal));
}
