using Atelier.Language.Manuscripts;

namespace Atelier.Language.Tests.Manuscripts;

public sealed class CodePointsTests
{
    [Theory]
    [InlineData("plain")]
    [InlineData("é—“ü”")]
    [InlineData("a😀b😀😀c")]
    [InlineData("😀")]
    [InlineData("broken \ud83d end \ude00")]
    public void Offsets_go_there_and_back(string text)
    {
        var points = new CodePoints(text);
        var (at, expected) = (0, 0);
        while (at <= text.Length)
        {
            Assert.Equal(expected, points.FromUtf16(at));
            Assert.Equal(at, points.ToUtf16(expected));
            at += at + 1 < text.Length && char.IsSurrogatePair(text, at) ? 2 : 1;
            expected++;
        }
        Assert.Equal(expected - 1, points.Count);
    }

    [Fact]
    public void The_middle_of_a_pair_counts_as_its_beginning() => Assert.Equal(1, new CodePoints("a😀b").FromUtf16(2));
}
