using System.Globalization;

namespace Atelier.Benchmarks.Jobs;

/// <summary>Seconds of CPU, from /proc.</summary>
internal static class CpuTime
{
    private const double Ticks = 100;

    /// <summary>Of a process and all it started, those that ended included.</summary>
    public static double OfTree(int process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process}/stat");
            // After "pid (name) ": state is the first field, utime, stime, cutime and cstime the 12th to 15th.
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            var own = fields[11..15].Sum(field => double.Parse(field, CultureInfo.InvariantCulture)) / Ticks;
            return own + Children(process).Sum(OfTree);
        }
        catch (IOException)
        {
            return 0; // it ended a moment ago and is counted with its parent
        }
    }

    public static int ParentOf(int process)
    {
        var stat = File.ReadAllText($"/proc/{process}/stat");
        return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
    }

    /// <summary>Of the whole machine: "cpu  user nice system idle iowait irq softirq steal ...".</summary>
    public static double OfMachine()
    {
        var fields = File.ReadLines("/proc/stat")
            .First()
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Select(field => double.Parse(field, CultureInfo.InvariantCulture))
            .ToArray();
        return (fields.Take(8).Sum() - fields[3] - fields[4]) / Ticks;
    }

    private static IEnumerable<int> Children(int process) =>
        Directory
            .EnumerateDirectories($"/proc/{process}/task")
            .SelectMany(thread => File.ReadAllText(Path.Combine(thread, "children")).Split(' '))
            .Where(child => child.Length > 0)
            .Select(child => int.Parse(child, CultureInfo.InvariantCulture));
}
