using System.Diagnostics;
using System.Globalization;

namespace Atelier.Benchmarks;

/// <summary>
/// Watches the memory of a process and everything it started, twice a second, from /proc: proportional set size, so
/// that pages PostgreSQL's processes share are counted once.
/// </summary>
internal sealed class ProcessTree : IAsyncDisposable
{
    private readonly int _root;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _watching;

    public ProcessTree(int root)
    {
        _root = root;
        _watching = WatchAsync();
    }

    /// <summary>MiB, of the whole tree at its fullest.</summary>
    public double PeakTreeMiB { get; private set; }

    /// <summary>MiB, of the server process alone at its fullest.</summary>
    public double PeakServerMiB { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watching;
        _stop.Dispose();
    }

    private async Task WatchAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token))
            {
                PeakServerMiB = Math.Max(PeakServerMiB, Memory(_root));
                PeakTreeMiB = Math.Max(PeakTreeMiB, WithDescendants(_root).Sum(Memory));
            }
        }
        catch (OperationCanceledException)
        {
            // The measurement is over.
        }
    }

    private static HashSet<int> WithDescendants(int root)
    {
        var parents = new Dictionary<int, int>();
        foreach (var process in Process.GetProcesses())
            using (process)
                if (ParentOf(process.Id) is { } parent)
                    parents[process.Id] = parent;
        var found = new HashSet<int> { root };
        int before;
        do
        {
            before = found.Count;
            found.UnionWith(parents.Where(link => found.Contains(link.Value)).Select(link => link.Key));
        } while (found.Count > before);
        return found;
    }

    private static int? ParentOf(int process)
    {
        // "pid (name with ) and blanks) state ppid ..."
        var stat = Read(process, "stat");
        var fields = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length > 1 ? int.Parse(fields[1], CultureInfo.InvariantCulture) : null;
    }

    private static double Memory(int process)
    {
        foreach (var line in Read(process, "smaps_rollup").Split('\n'))
            if (line.StartsWith("Pss:", StringComparison.Ordinal))
                return double.Parse(line[4..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture)
                    / 1024;
        return 0;
    }

    private static string Read(int process, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/{file}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ""; // it ended between the listing and the reading
        }
    }
}
