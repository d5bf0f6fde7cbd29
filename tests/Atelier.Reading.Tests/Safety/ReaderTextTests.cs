namespace Atelier.Reading.Safety;

public sealed class ReaderTextTests
{
    [Theory]
    [InlineData("plain\ttext\nhere", "plain\ttext\nhere")]
    [InlineData("a\u200Bb\u2060c\uFEFFd", "abcd")]
    [InlineData("\u202Eevil\u202C", "evil")]
    [InlineData("\u0000a\u0007\u009Bb", "ab")]
    [InlineData("tag\U000E0041\U000E0042s", "tags")]
    [InlineData("a\u200Db", "ab")]
    [InlineData("👩\u200D🔬 works", "👩\u200D🔬 works")]
    [InlineData("می\u200Cخواهم", "می\u200Cخواهم")]
    public void Takes_away_what_nobody_sees(string text, string clean)
    {
        Assert.Equal(clean, ReaderText.Clean(text));
        Assert.Equal(text != clean, ReaderText.HasInvisible(text));
    }
}
