using System.Globalization;

namespace Atelier.Benchmarks.Search;

/// <summary>
/// Processor time that a PostgreSQL server and its processes have had, to the nanosecond. On a machine that does other things as
/// well, it says what a question costs; how long it takes says more about the others.
/// </summary>
internal sealed class ServerTime(string dataFolder)
{
    private readonly string _server = File.ReadLines(Path.Combine(dataFolder, "postmaster.pid")).First().Trim();

    public TimeSpan Spent()
    {
        long nanoseconds = 0;
        foreach (var process in Directory.EnumerateDirectories("/proc"))
            if (char.IsAsciiDigit(Path.GetFileName(process)[0]) && IsOurs(process))
                nanoseconds += SpentBy(process);
        return TimeSpan.FromMicroseconds(nanoseconds / 1000.0);
    }

    private bool IsOurs(string process)
    {
        try
        {
            // "pid (name) state parent"; names may hold blanks.
            var stat = File.ReadAllText(Path.Combine(process, "stat"));
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1] == _server;
        }
        catch (IOException)
        {
            return false; // it has ended
        }
    }

    private static long SpentBy(string process)
    {
        try
        {
            var stat = File.ReadAllText(Path.Combine(process, "schedstat"));
            return long.Parse(stat.Split(' ')[0], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
