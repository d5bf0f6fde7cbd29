namespace Atelier.Testing;

/// <summary>Finds the repository a test runs from, by walking up to the solution file.</summary>
public static class RepositoryRoot
{
    public static string Path { get; } = Find();

    public static string Packs { get; } = System.IO.Path.Combine(Path, "packs", "node_modules");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Atelier.slnx")))
                return folder.FullName;
        throw new InvalidOperationException("The tests must run inside the repository.");
    }
}
