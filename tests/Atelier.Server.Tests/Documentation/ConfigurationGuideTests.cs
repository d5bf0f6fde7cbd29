using Atelier.Testing;

namespace Atelier.Documentation;

/// <summary>The tables of the configuration guide are written from the options types, so that they cannot be wrong.</summary>
public sealed class ConfigurationGuideTests
{
    private const string Begin =
        "<!-- Written from the options types: ATELIER_WRITE_DOCS=1 brings it up to date. -->\n";
    private const string End = "<!-- Until here. -->\n";

    private static readonly string Guide = Path.Combine(RepositoryRoot.Path, "docs", "guides", "configuration.md");

    [Fact]
    public void The_guide_lists_every_key_as_the_options_types_have_it()
    {
        var guide = File.ReadAllText(Guide);
        var (start, end) = (
            guide.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length,
            guide.IndexOf(End, StringComparison.Ordinal)
        );
        var expected = $"{guide[..start]}\n{OptionsTables.Write()}{guide[end..]}";
        if (Environment.GetEnvironmentVariable("ATELIER_WRITE_DOCS") == "1")
            File.WriteAllText(Guide, expected);
        Assert.Equal(expected, File.ReadAllText(Guide));
    }

    [Fact]
    public void All_settings_live_below_one_section() =>
        Assert.All(OptionsTables.Types(), type => Assert.Matches("^Atelier(:|$)", OptionsTables.SectionOf(type)));

    [Fact]
    public void Every_type_that_is_bound_to_configuration_names_its_section() =>
        Assert.Empty(OptionsTables.BoundTypes().Except(OptionsTables.Types()));

    [Fact]
    public void Every_setting_says_what_it_is_for() =>
        Assert.All(
            OptionsTables.Types().SelectMany(OptionsTables.Keys),
            key => Assert.True(key.Summary != "", key.Name)
        );
}
