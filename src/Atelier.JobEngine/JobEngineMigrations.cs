namespace Atelier.JobEngine;

/// <summary>The engine's own schema <c>jobs</c> as numbered SQL, for whoever runs the migrations.</summary>
public static class JobEngineMigrations
{
    /// <summary>In the order they must run. A file that shipped is never edited.</summary>
    public static IReadOnlyList<(string Name, string Sql)> All { get; } = Read();

    private static List<(string, string)> Read()
    {
        var assembly = typeof(JobEngineMigrations).Assembly;
        var files = new List<(string, string)>();
        foreach (var name in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            files.Add((name, reader.ReadToEnd()));
        }
        return files;
    }
}
