using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Atelier.Platform.Database;

/// <summary>One numbered SQL file of a module.</summary>
internal sealed record Migration(string Module, string Name, string Sql)
{
    /// <summary>Line ends do not count: a checkout may change them.</summary>
    public string Checksum { get; } =
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));
}

/// <summary>A module's migrations in the order of their numbers. Modules are registered in the order they must run.</summary>
internal sealed record MigrationSet(string Module, IReadOnlyList<Migration> Files)
{
    public static MigrationSet Of(string module, IEnumerable<(string Name, string Sql)> files) =>
        new(
            module,
            [.. files.Select(f => new Migration(module, f.Name, f.Sql)).OrderBy(f => f.Name, StringComparer.Ordinal)]
        );

    /// <summary>The files embedded from <c>&lt;Module&gt;/Migrations</c>.</summary>
    public static MigrationSet Embedded(Assembly assembly, string module)
    {
        var prefix = $"Atelier.{module}.Migrations.";
        return Of(
            module.ToLowerInvariant(),
            assembly
                .GetManifestResourceNames()
                .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
                .Select(name => (name[prefix.Length..], Read(assembly, name)))
        );
    }

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
