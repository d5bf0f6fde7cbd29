using System.Text;
using System.Text.Json;
using Atelier.Testing;

namespace Atelier.Documentation;

/// <summary>The checklist is written from its lines and the tests there are. A line without a test counts as failed.</summary>
public sealed class SecurityChecklistTests
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "docs", "security");
    private static readonly string Checklist = Path.Combine(Folder, "checklist.md");

    private static readonly (char Letter, string Title)[] Chapters =
    [
        ('A', "Passwords and login"),
        ('B', "Tokens and sessions"),
        ('C', "Authorization"),
        ('D', "HTTP and the API's surface"),
        ('E', "Files, outbound calls, processes"),
        ('F', "Live updates"),
        ('G', "Logs and operations"),
        ('H', "Connecting to others"),
    ];

    private static readonly IReadOnlyList<SecurityLine> Lines = JsonSerializer.Deserialize<List<SecurityLine>>(
        File.ReadAllBytes(Path.Combine(Folder, "lines.json")),
        JsonSerializerOptions.Web
    )!;

    [Fact]
    public void The_checklist_says_of_every_line_what_proves_it()
    {
        var expected = Write(SecurityTests.Find());
        if (Environment.GetEnvironmentVariable("ATELIER_WRITE_DOCS") == "1")
            File.WriteAllText(Checklist, expected);
        Assert.Equal(expected, File.ReadAllText(Checklist));
    }

    [Fact]
    public void Every_test_that_names_a_line_names_one_that_exists() =>
        Assert.Empty(SecurityTests.Find().Select(found => found.Key).Except(Lines.Select(line => line.Id)));

    /// <summary>A chapter comes here when its last line is proven, and never leaves.</summary>
    [Theory]
    [InlineData('A')]
    [InlineData('B')]
    [InlineData('C')]
    [InlineData('D')]
    [InlineData('F')]
    public void No_line_of_a_proven_chapter_has_failed(char chapter)
    {
        var tests = SecurityTests.Find();
        var failed = Lines.Where(line => line.Id[0] == chapter && line.HasFailed(tests.Contains(line.Id)));
        Assert.Empty(failed.Select(line => line.Id));
    }

    private static string Write(ILookup<string, string> tests)
    {
        var page = new StringBuilder(
            """
            # Security checklist

            Written from `lines.json` and the names of the tests, which begin with the id of the line they prove;
            ATELIER_WRITE_DOCS=1 brings it up to date. A line without a test has failed unless it says why it cannot have one.


            """
        );
        foreach (var (letter, title) in Chapters)
        {
            page.Append(
                "## " + letter + ". " + title + "\n\n| line | demand | source | test | state |\n|---|---|---|---|---|\n"
            );
            foreach (var line in Lines.Where(line => line.Id[0] == letter))
                page.Append(Row(line, [.. tests[line.Id]]));
            page.Append('\n');
        }
        return page.ToString().TrimEnd('\n') + "\n";
    }

    private static string Row(SecurityLine line, IReadOnlyList<string> files)
    {
        var links = files.Select(file => $"[{Path.GetFileNameWithoutExtension(file)}](../../{file})");
        return $"| {line.Id} | {line.Is} | {line.From} | {string.Join(", ", links)} | {line.State(files.Count > 0)} |\n";
    }
}
