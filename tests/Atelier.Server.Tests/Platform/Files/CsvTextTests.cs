namespace Atelier.Platform.Files;

public sealed class CsvTextTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@sum(a1)", "'@sum(a1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("=\"a\",b", "\"'=\"\"a\"\",b\"")]
    [InlineData("a=1", "a=1")]
    [InlineData("", "")]
    public void E09_a_cell_that_a_spreadsheet_would_compute_is_shown_as_text(string cell, string written) =>
        Assert.Equal(written + "\r\n", CsvText.Line(cell));

    [Fact]
    public void Numbers_and_nothing_stay_as_they_are() => Assert.Equal("-7,,a\r\n", CsvText.Line(-7, null, "a"));
}
