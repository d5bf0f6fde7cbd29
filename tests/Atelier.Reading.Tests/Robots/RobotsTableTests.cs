using System.Text;

namespace Atelier.Reading.Robots;

/// <summary>The table beside this file: each case is a robots.txt and what it allows.</summary>
public sealed class RobotsTableTests
{
    private const int FewestExpectations = 180;
    private static readonly IReadOnlyList<Case> Cases = ReadCases();

    public static TheoryData<string> Names => [.. Cases.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Decides_as_the_table_says(string name)
    {
        var one = Cases.Single(other => other.Name == name);
        var rules = RobotsRules.Read(Encoding.UTF8.GetBytes(string.Join('\n', one.File)));
        Assert.Equal(
            one.Expected,
            one.Expected.Select(e => e with { Allowed = rules.Ask(e.Bot, new("https://x.example" + e.Path)).Allowed })
        );
    }

    [Fact]
    public void The_table_is_long_enough_to_mean_something() =>
        Assert.InRange(Cases.Sum(one => one.Expected.Count), FewestExpectations, int.MaxValue);

    private static List<Case> ReadCases()
    {
        var (cases, bot) = (new List<Case>(), "");
        using var table = new StreamReader(
            typeof(RobotsTableTests).Assembly.GetManifestResourceStream("robots-table.txt")!
        );
        while (table.ReadLine() is { } line)
        {
            var rest = line.Length > 1 ? line[2..] : "";
            switch (line.FirstOrDefault())
            {
                case '#':
                    cases.Add(new(rest.Trim(), [], []));
                    bot = "AtelierBot";
                    break;
                case '>':
                    cases[^1].File.Add(rest);
                    break;
                case '@':
                    bot = rest;
                    break;
                case '+' or '-':
                    cases[^1].Expected.Add(new(bot, rest, line[0] == '+'));
                    break;
            }
        }
        return cases;
    }

    private sealed record Case(string Name, List<string> File, List<Expectation> Expected);

    private sealed record Expectation(string Bot, string Path, bool Allowed);
}
