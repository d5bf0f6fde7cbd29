namespace Atelier.Library.Cards;

public sealed class MacrosTests
{
    private static readonly MacroScene Scene = new("Alda", "Ben", 42, "Be kind.");

    [Theory]
    [InlineData("{{char}} and {{USER}}, <Char>, <BOT>, <user>", "Alda and Ben, Alda, Alda, Ben")]
    [InlineData("{{original}} Always.", "Be kind. Always.")]
    [InlineData("a{{// not this}}b", "ab")]
    [InlineData("a{{hidden_key:fox}}b", "ab")]
    [InlineData("a{{comment: aside}}b", "ab")]
    [InlineData("{{reverse:Hello}}", "olleH")]
    [InlineData("{{reverse:{{char}}}}", "adlA")]
    [InlineData("{{reverse:a🦊é}}", "é🦊a")]
    [InlineData("{{random:same,same}}", "same")]
    [InlineData(@"{{pick:a\,b}}", "a,b")]
    [InlineData("{{roll:1}}{{roll:d1}}{{roll:D1}}", "111")]
    [InlineData("{{unknown}} {{roll:x}} {{ {{char}}", "{{unknown}} {{roll:x}} {{ Alda")]
    [InlineData("{ {char} } <b>", "{ {char} } <b>")]
    public void A_macro_becomes_what_it_stands_for(string written, string expected) =>
        Assert.Equal(expected, Macros.Expand(written, Scene, MacroUse.Prompt));

    [Fact]
    public void Comments_are_shown_to_people_and_hidden_keys_to_lore_only()
    {
        const string text = "{{comment: aside}}{{hidden_key:fox}}{{// gone}}";
        Assert.Equal("aside", Macros.Expand(text, Scene, MacroUse.Display));
        Assert.Equal("fox", Macros.Expand(text, Scene, MacroUse.Scan));
        Assert.Equal("", Macros.Expand(text, Scene, MacroUse.Heard));
    }

    [Fact]
    public void Random_differs_inside_a_text_and_pick_does_not()
    {
        var many = string.Join(' ', Enumerable.Repeat("{{random:a,b,c,d}}", 50));
        Assert.True(Macros.Expand(many, Scene, MacroUse.Prompt).Split(' ').Distinct().Count() > 1);
        var picks = string.Join(' ', Enumerable.Repeat("{{pick:a,b,c,d}}", 50));
        Assert.Single(Macros.Expand(picks, Scene, MacroUse.Prompt).Split(' ').Distinct());
    }

    [Fact]
    public void A_roll_shows_every_side_and_no_other()
    {
        var rolls = Macros.Expand(string.Join(' ', Enumerable.Repeat("{{roll:d6}}", 500)), Scene, MacroUse.Prompt);
        Assert.Equal(["1", "2", "3", "4", "5", "6"], rolls.Split(' ').Distinct().Order());
    }

    [Fact]
    public void A_name_with_braces_in_it_does_nothing() =>
        Assert.Equal("{{user}}", Macros.Expand("{{char}}", Scene with { Char = "{{user}}" }, MacroUse.Prompt));

    [Fact]
    public void A_text_of_open_braces_takes_no_time_to_speak_of() =>
        Assert.Equal(1_000_000, Macros.Expand(new string('{', 1_000_000), Scene, MacroUse.Prompt).Length);
}
