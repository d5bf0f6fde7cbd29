using System.Diagnostics;
using System.Globalization;

namespace Atelier.Platform.Database.Postgres;

/// <summary>The file in which a PostgreSQL server names its process. It stays behind when the server is killed.</summary>
internal static class PostmasterPid
{
    private const int PortLine = 3; // counted from 0, as PostgreSQL documents the file
    private const int ReadyLine = 7;

    /// <summary>True while a server runs on this folder. A file left by a dead one is removed.</summary>
    /// <remarks>
    /// The number may since belong to a stranger's process; PostgreSQL would then refuse to start. On Linux a server
    /// is known by its working folder, elsewhere by its name.
    /// </remarks>
    public static bool IsRunning(string dataFolder)
    {
        var file = Path.Combine(dataFolder, "postmaster.pid");
        if (!File.Exists(file))
            return false;
        var first = File.ReadLines(file).FirstOrDefault();
        if (
            int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && IsServer(id, dataFolder)
        )
            return true;
        File.Delete(file);
        return false;
    }

    /// <returns>Null until the server takes connections.</returns>
    public static int? PortOf(string dataFolder)
    {
        var lines = File.ReadAllLines(Path.Combine(dataFolder, "postmaster.pid"));
        return lines.Length > ReadyLine && lines[ReadyLine].Trim() == "ready"
            ? int.Parse(lines[PortLine], CultureInfo.InvariantCulture)
            : null;
    }

    private static bool IsServer(int id, string dataFolder)
    {
        if (OperatingSystem.IsLinux())
            return new FileInfo($"/proc/{id}/cwd").LinkTarget is { } folder
                && Path.GetFullPath(folder) == Resolve(dataFolder);
        try
        {
            using var process = Process.GetProcessById(id);
            return process.ProcessName == "postgres";
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static string Resolve(string folder)
    {
        var full = new DirectoryInfo(folder);
        return full.Parent is null
            ? full.FullName
            : Path.Combine(
                Resolve((full.ResolveLinkTarget(true) as DirectoryInfo ?? full).Parent!.FullName),
                (full.ResolveLinkTarget(true) ?? full).Name
            );
    }
}
