using System.Text.RegularExpressions;
using Atelier.Testing;

namespace Atelier.Cli.Tests.Documentation;

/// <summary>What the Markdown names must exist: commands, folders, files, links.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string Script = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "atelier"));

    public static TheoryData<string> Pages()
    {
        var skip = new[] { "node_modules", ".atelier", "bin", "obj", ".git" };
        var pages = Directory
            .EnumerateFiles(RepositoryRoot.Path, "*.md", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(RepositoryRoot.Path, file))
            .Where(file => !file.Split('/').Intersect(skip).Any());
        return new TheoryData<string>(pages);
    }

    [Theory, MemberData(nameof(Pages))]
    public void Every_command_a_page_names_exists(string page)
    {
        var verbs = Command().Matches(Read(page)).Select(match => match.Groups[1].Value).Distinct();
        Assert.All(verbs, verb => Assert.Contains($"./atelier {verb}", Script, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Pages))]
    public void Every_path_and_link_a_page_names_exists(string page)
    {
        var text = Read(page);
        var folder = Path.GetDirectoryName(Path.Combine(RepositoryRoot.Path, page))!;
        var links = Link().Matches(text).Select(match => Path.Combine(folder, match.Groups[1].Value));
        var paths = RepositoryPath()
            .Matches(text)
            .Select(match => Path.Combine(RepositoryRoot.Path, match.Groups[1].Value));
        Assert.All(links.Concat(paths), path => Assert.True(Path.Exists(path), $"{page} names {path}, which is gone"));
    }

    private static string Read(string page) => File.ReadAllText(Path.Combine(RepositoryRoot.Path, page));

    [GeneratedRegex(@"\./atelier ([a-z]+)")]
    private static partial Regex Command();

    [GeneratedRegex(@"\]\((?!https?:|mailto:|#)([^)#\s]+)")]
    private static partial Regex Link();

    [GeneratedRegex(@"`((?:src|tests|docs|bench|examples|packs|deploy)/[A-Za-z0-9_./-]*[A-Za-z0-9_/-])`")]
    private static partial Regex RepositoryPath();
}
