namespace Atelier.Platform;

/// <summary>Finds <c>packs/node_modules</c> by walking up from the program, then from the working folder.</summary>
internal static class PacksFolder
{
    public static string? Find() => Above(AppContext.BaseDirectory) ?? Above(Environment.CurrentDirectory);

    private static string? Above(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            var packs = Path.Combine(folder.FullName, "packs", "node_modules");
            if (Directory.Exists(packs))
                return packs;
        }
        return null;
    }
}
