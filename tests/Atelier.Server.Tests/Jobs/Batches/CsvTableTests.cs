namespace Atelier.Jobs.Batches;

public sealed class CsvTableTests
{
    [Theory]
    [InlineData("a,b\n1,2", "a|b", "1|2")]
    [InlineData("a,b\r\n1,2\r\n", "a|b", "1|2")]
    [InlineData("a,b\r1,2\r", "a|b", "1|2")]
    [InlineData("a;b\n1;2,5", "a|b", "1|2,5")]
    [InlineData("a,b\n\"x, \"\"y\"\"\",2", "a|b", "x, \"y\"|2")]
    [InlineData("a,b\n\"x\r\ny\",", "a|b", "x\r\ny|")]
    [InlineData("a,b\n\n1,2\n\n", "a|b", "1|2")]
    [InlineData("a\n\"\"\nx", "a", "x")]
    [InlineData("\"a;b;c\",d\n1,2", "a;b;c|d", "1|2")]
    [InlineData("a\n=HYPERLINK(1)", "a", "=HYPERLINK(1)")]
    [InlineData("a,b\n +1, @x ", "a|b", " +1| @x ")]
    public void A_table_is_read_as_it_was_written(string text, string header, string row)
    {
        var (table, wrong) = CsvTable.Parse(text);

        Assert.Null(wrong);
        Assert.Equal(header, string.Join('|', table!.Header));
        Assert.Equal(row, string.Join('|', Assert.Single(table.Rows)));
    }

    [Theory]
    [InlineData("", "The file is empty.")]
    [InlineData("\r\n\n", "The file is empty.")]
    [InlineData("a,b\n\"1,2", "Line 2: a quoted cell begins that never ends.")]
    [InlineData("a\n\"x\ny\nz", "Line 2: a quoted cell begins that never ends.")]
    [InlineData("a,b\n1,2\n\"1\"x,2", "Line 3: text follows the closing quote of a cell.")]
    [InlineData("a,b\n\"x\ny\",2\n5\" tall,2", "Line 4: a quote stands inside a cell that does not begin with one.")]
    public void What_is_no_table_is_told_with_its_line(string text, string expected)
    {
        var (table, wrong) = CsvTable.Parse(text);

        Assert.Null(table);
        Assert.Equal(expected, wrong);
    }
}
