using System.Reflection;
using System.Text.RegularExpressions;
using Atelier.Testing;

namespace Atelier.Documentation;

/// <summary>The summary above a property in its source file, which is named after one of the file's types.</summary>
internal static partial class SourceComments
{
    private static readonly string Sources = string.Concat(
        Directory
            .EnumerateFiles(Path.Combine(RepositoryRoot.Path, "src"), "*Options.cs", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllText)
    );

    public static string Of(PropertyInfo property)
    {
        var type = Regex.Match(
            Sources,
            $@"\n(?:public|internal) sealed (?:class|record) {property.DeclaringType!.Name}\b"
        );
        var member = new Regex(
            $@"<summary>(?<text>[^<]*(?:<(?!/summary)[^<]*)*)</summary>\n(?:    \[.*\]\n)*    public [^\n]+? {property.Name} "
        );
        var found = member.Match(Sources, type.Index);
        return found.Success ? Plain(found.Groups["text"].Value) : "";
    }

    private static string Plain(string comment) =>
        Break().Replace(Reference().Replace(Code().Replace(comment, "`$1`"), "`$1`"), " ").Trim();

    [GeneratedRegex("<c>(.*?)</c>")]
    private static partial Regex Code();

    [GeneratedRegex("<see cref=\"(?:.*\\.)?(.*?)\"/>")]
    private static partial Regex Reference();

    [GeneratedRegex(@"\s*\n\s*///\s*")]
    private static partial Regex Break();
}
