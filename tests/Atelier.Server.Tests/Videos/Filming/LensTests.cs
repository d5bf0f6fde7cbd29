namespace Atelier.Videos.Filming;

public sealed class LensTests
{
    [Theory]
    [InlineData(64, 32, 1.001)]
    [InlineData(150, 70, 1.07)]
    [InlineData(150, 70, 1.5)]
    [InlineData(40, 22, 4)]
    public void Every_sample_lies_between_the_four_it_came_from(int width, int height, double factor)
    {
        var (from, to) = (new Frame(width, height), new Frame(width, height));
        new Random(3).NextBytes(from.Bytes);

        new Lens(width, height).Enlarge(from, to, factor, 0.4, 0.6);

        Holds(from.Y, to.Y, width, height, factor);
        Holds(from.U, to.U, width / 2, height / 2, factor);
        Holds(from.V, to.V, width / 2, height / 2, factor);
    }

    private static void Holds(ReadOnlySpan<byte> from, ReadOnlySpan<byte> to, int width, int height, double factor)
    {
        for (var y = 0; y < height; y++)
        for (var x = 0; x < width; x++)
        {
            var (fromX, toX, shareX) = Source(x, 0.4 * width, factor, width);
            var (fromY, toY, shareY) = Source(y, 0.6 * height, factor, height);
            var upper = double.Lerp(from[fromY * width + fromX], from[fromY * width + toX], shareX);
            var lower = double.Lerp(from[toY * width + fromX], from[toY * width + toX], shareX);
            var right = double.Lerp(upper, lower, shareY);
            // Shares are kept in eight bits, and both steps round down.
            Assert.InRange(to[y * width + x], right - 6, right + 5);
        }
    }

    private static (int From, int To, double Share) Source(int target, double fix, double factor, int size)
    {
        var source = Math.Clamp(fix + (target + 0.5 - fix) / factor - 0.5, 0, size - 1);
        var from = (int)source;
        return (from, Math.Min(from + 1, size - 1), source - from);
    }
}
