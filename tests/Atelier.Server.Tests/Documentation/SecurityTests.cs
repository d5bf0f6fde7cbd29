using System.Text.RegularExpressions;
using Atelier.Testing;

namespace Atelier.Documentation;

/// <summary>Finds the tests that prove a security line, in all test projects: their names begin with its id.</summary>
internal static partial class SecurityTests
{
    /// <returns>By id of the line: the files that prove it, seen from the repository.</returns>
    public static ILookup<string, string> Find()
    {
        var tests = Path.Combine(RepositoryRoot.Path, "tests");
        return (
            from file in Directory.EnumerateFiles(tests, "*.cs", SearchOption.AllDirectories)
            where
                !Path.GetRelativePath(tests, file).Split('/').Any(folder => folder is "bin" or "obj" or "node_modules")
            from Match test in Test().Matches(File.ReadAllText(file))
            select (Id: test.Groups["id"].Value, File: Path.GetRelativePath(RepositoryRoot.Path, file))
        )
            .Distinct()
            .OrderBy(found => found.File, StringComparer.Ordinal)
            .ToLookup(found => found.Id, found => found.File);
    }

    /// <summary>A test with a Skip has more between its brackets and does not count.</summary>
    [GeneratedRegex(
        @"\[(Fact|Theory)[],](?:(?!\bpublic\b|\[Fact)[\s\S])*public (async )?(Task|ValueTask|void) (?<id>[A-H]\d\d)_"
    )]
    private static partial Regex Test();
}
