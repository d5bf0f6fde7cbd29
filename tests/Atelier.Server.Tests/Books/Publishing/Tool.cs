using Atelier.Platform.Processes;

namespace Atelier.Tests.Books.Publishing;

/// <summary>Runs an inspection tool and gives back what it says.</summary>
internal static class Tool
{
    public static async Task<string> Says(string tool, params string[] arguments)
    {
        var run = await ChildProcess.RunAsync(new(tool, arguments), TestContext.Current.CancellationToken);
        Assert.True(run.Succeeded, run.Failure + run.OutputText);
        return run.OutputText;
    }
}
