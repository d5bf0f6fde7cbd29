using System.Text.Json;
using Atelier.Cli.Analyze;

namespace Atelier.Cli.Tests;

public sealed class AnalyzeTests
{
    private const string Text =
        "😀 Ruth Lane sat down. “Come in, Paul,” said Ruth.\n\n“I will,” said Paul. He was glad, and she was too.";

    [Fact]
    public void Offsets_are_code_points_of_the_text_without_its_byte_order_mark()
    {
        using var analysis = JsonDocument.Parse(Analyze(Text, "--json"));
        var first = analysis.RootElement.GetProperty("quotations")[0];
        // The face counts one here and two in UTF-16.
        Assert.Equal(Text.IndexOf('“', StringComparison.Ordinal) - 1, first.GetProperty("start").GetInt32());
        Assert.Equal(Text.IndexOf('”', StringComparison.Ordinal), first.GetProperty("end").GetInt32());
    }

    [Fact]
    public void Speakers_are_ids_of_characters()
    {
        using var analysis = JsonDocument.Parse(Analyze(Text, "--json"));
        var names = analysis
            .RootElement.GetProperty("characters")
            .EnumerateArray()
            .ToDictionary(c => c.GetProperty("id").GetInt32(), c => c.GetProperty("name").GetString());
        Assert.Equal(
            ["Ruth Lane", "Paul"],
            analysis
                .RootElement.GetProperty("quotations")
                .EnumerateArray()
                .Select(q => names[q.GetProperty("speaker").GetInt32()])
        );
        var relation = analysis.RootElement.GetProperty("relations")[0];
        Assert.Equal(2, relation.GetProperty("weight").GetDouble());
        Assert.Equal(2, relation.GetProperty("passages").GetArrayLength());
    }

    [Fact]
    public void Without_json_it_is_a_page_to_read() =>
        Assert.StartsWith("2 people, 2 quotations, 2 with a speaker", Analyze(Text), StringComparison.Ordinal);

    [Theory]
    [InlineData("say which file to read")]
    [InlineData("there is no file nowhere.txt", "nowhere.txt")]
    [InlineData("there is no option '--xml'; it takes FILE, --json and --out FILE", "--xml")]
    [InlineData("--out needs a value", "--out")]
    [InlineData("one file at a time", "a", "b")]
    public void What_cannot_be_done_is_said(string reason, params string[] args)
    {
        Assert.Null(AnalyzeOptions.Parse(args, out var wrong));
        Assert.Equal(reason, wrong);
    }

    private static string Analyze(string text, params string[] args)
    {
        var folder = Directory.CreateTempSubdirectory("analyze-");
        try
        {
            var (source, target) = (Path.Combine(folder.FullName, "text.txt"), Path.Combine(folder.FullName, "out"));
            File.WriteAllText(source, text, new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
            var options = AnalyzeOptions.Parse([source, .. args, "--out", target], out var wrong);
            Assert.Null(wrong);
            Assert.Equal(0, AnalyzeCommand.Run(options!, TestContext.Current.CancellationToken));
            return File.ReadAllText(target);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
