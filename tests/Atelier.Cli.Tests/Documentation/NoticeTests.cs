using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Atelier.Testing;

namespace Atelier.Cli.Tests.Documentation;

/// <summary>Whatever is installed has its line in NOTICE, by the name it is installed under.</summary>
public sealed partial class NoticeTests
{
    private static readonly string Notice = Read("NOTICE");
    private static readonly string[] Kinds = ["dependencies", "optionalDependencies"];

    [Theory]
    [InlineData("packs/package.json")]
    [InlineData("tests/package.json")]
    [InlineData("web/package.json")]
    [InlineData("bench/web/package.json")]
    public void Every_npm_package_is_named(string file)
    {
        using var package = JsonDocument.Parse(Read(file));
        var names = Kinds
            .Where(kind => package.RootElement.TryGetProperty(kind, out _))
            .SelectMany(kind => package.RootElement.GetProperty(kind).EnumerateObject().Select(entry => entry.Name));
        AssertNamed(names);
    }

    [Fact]
    public void Every_Debian_package_of_the_script_is_named() =>
        AssertNamed(DebianPackage().Matches(Read("atelier")).Select(match => match.Groups[1].Value));

    [Fact]
    public void Every_NuGet_package_is_named() =>
        AssertNamed(
            XDocument
                .Parse(Read("Directory.Packages.props"))
                .Descendants("PackageVersion")
                .Select(package => package.Attribute("Include")!.Value)
        );

    /// <summary>A name ending in a star stands for a family.</summary>
    private static void AssertNamed(IEnumerable<string> names)
    {
        var families = Family().Matches(Notice).Select(match => match.Groups[1].Value).ToList();
        var words = Word().Matches(Notice).Select(match => match.Value).ToHashSet();
        var missing = names.Where(name =>
            !words.Contains(name) && !families.Exists(family => name.StartsWith(family, StringComparison.Ordinal))
        );
        Assert.NotEmpty(names);
        Assert.Empty(missing);
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(RepositoryRoot.Path, file));

    // The second word of the lists `tools` and `fonts`, and what stands alone after `echo`.
    [GeneratedRegex("^  \"[A-Za-z_-]+ ([a-z0-9-]+)|have fc-list \\|\\| echo (?<1>[a-z]+)", RegexOptions.Multiline)]
    private static partial Regex DebianPackage();

    [GeneratedRegex(@"([@\w./-]+)\*")]
    private static partial Regex Family();

    [GeneratedRegex(@"[@\w][\w./@-]*\w")]
    private static partial Regex Word();
}
