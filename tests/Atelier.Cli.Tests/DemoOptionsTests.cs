using Atelier.Cli.Demo;

namespace Atelier.Cli.Tests;

public sealed class DemoOptionsTests : IDisposable
{
    private readonly string _server = Path.GetTempFileName();

    public void Dispose() => File.Delete(_server);

    [Fact]
    public void Without_a_folder_it_says_which_option_is_missing()
    {
        Assert.Null(DemoOptions.Parse(["--server", _server], out var wrong));
        Assert.Contains("--out", wrong, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_option_is_named()
    {
        Assert.Null(DemoOptions.Parse(["--server", _server, "--colour", "red"], out var wrong));
        Assert.Contains("--colour", wrong, StringComparison.Ordinal);
    }

    [Fact]
    public void An_option_without_its_value_is_refused()
    {
        Assert.Null(DemoOptions.Parse(["--server", _server, "--out"], out var wrong));
        Assert.Contains("needs a value", wrong, StringComparison.Ordinal);
    }

    [Fact]
    public void A_prompt_becomes_the_brief()
    {
        var options = DemoOptions.Parse(["--server", _server, "--out", "x", "--prompt", "a brave teapot"], out _);
        Assert.Equal("a brave teapot", options?.Brief["prompt"]?.GetValue<string>());
    }

    [Fact]
    public void A_brief_that_is_not_JSON_is_refused_with_its_name()
    {
        Assert.Null(DemoOptions.Parse(["--server", _server, "--out", "x", "--brief", _server], out var wrong));
        Assert.Contains(_server, wrong, StringComparison.Ordinal);
    }
}
