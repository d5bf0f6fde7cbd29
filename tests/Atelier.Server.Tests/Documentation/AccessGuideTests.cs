using Atelier.Identity.Access;
using Atelier.Identity.Contracts;
using Atelier.Platform.Http;
using Atelier.Testing;

namespace Atelier.Documentation;

/// <summary>The tables of the guide to access are written from the table that is enforced, so that they cannot be wrong.</summary>
public sealed class AccessGuideTests
{
    private const string Begin = "<!-- Written from the access table: ATELIER_WRITE_DOCS=1 brings it up to date. -->\n";
    private const string End = "<!-- Until here. -->\n";

    private static readonly string Guide = Path.Combine(RepositoryRoot.Path, "docs", "guides", "access.md");
    private static readonly string[] EveryRole = [Roles.User, Roles.Moderator, Roles.Admin];

    [Fact]
    public void The_guide_lists_every_operation_as_the_table_has_it()
    {
        var guide = File.ReadAllText(Guide);
        var (start, end) = (
            guide.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length,
            guide.IndexOf(End, StringComparison.Ordinal)
        );
        var expected = $"{guide[..start]}\n{Scopes()}\n{Operations()}\n{guide[end..]}";
        if (Environment.GetEnvironmentVariable("ATELIER_WRITE_DOCS") == "1")
            File.WriteAllText(Guide, expected);
        Assert.Equal(expected, File.ReadAllText(Guide));
    }

    private static string Scopes() =>
        $"| scope | {string.Join(" | ", EveryRole)} |\n|---|---|---|---|\n"
        + string.Concat(
            Roles
                .ScopesOf(Roles.Admin)
                .Select(scope => $"| `{scope}` | {string.Join(" | ", EveryRole.Select(role => Mark(role, scope)))} |\n")
        );

    private static string Mark(string role, string scope) => Roles.ScopesOf(role).Contains(scope) ? "yes" : "";

    private static string Operations() =>
        "| operation | takes |\n|---|---|\n"
        + string.Concat(
            AccessTable
                .Rules.OrderBy(line => line.Key.Split(' ')[1], StringComparer.Ordinal)
                .Select(line => $"| `{line.Key}` | {Takes(line.Value)} |\n")
        );

    private static string Takes(AccessRule rule) =>
        rule switch
        {
            { IsOpen: true } => "nothing",
            { Scope: { } scope } => $"`{scope}`",
            { IsForPeople: true } => "a login",
            _ => "a token",
        };
}
