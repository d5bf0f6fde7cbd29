using System.Diagnostics;
using System.Globalization;

namespace Atelier.Benchmarks.Chaos;

internal static class Signals
{
    public static async Task SendAsync(int process, string signal)
    {
        using var kill = Process.Start("kill", ["-" + signal, process.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }
}
