namespace Atelier.Videos.Filming;

public sealed class SpriteTests
{
    /// <summary>RGB, and BT.709 limited range by ITU-R BT.709-6, table 3.</summary>
    [Theory]
    [InlineData(255, 255, 255, 235, 128, 128)]
    [InlineData(0, 0, 0, 16, 128, 128)]
    [InlineData(255, 0, 0, 63, 102, 240)]
    [InlineData(0, 255, 0, 173, 42, 26)]
    [InlineData(0, 0, 255, 32, 240, 118)]
    public void Colours_are_those_of_the_standard(byte r, byte g, byte b, int y, int u, int v)
    {
        var frame = new Frame(64, 64);
        frame.Clear();
        Square(64, r, g, b, 255).Over(frame, 0, 0);
        Assert.InRange(frame.Y[10], y - 1, y + 1);
        Assert.InRange(frame.U[10], u - 1, u + 1);
        Assert.InRange(frame.V[10], v - 1, v + 1);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(5, 3)]
    [InlineData(-7, -9)]
    [InlineData(60, 61)]
    public void A_sprite_covers_its_place_and_nothing_beside_it(int dx, int dy)
    {
        var frame = new Frame(64, 64);
        frame.Clear();
        Square(21, 255, 255, 255, 255).Over(frame, dx, dy);
        for (var y = 0; y < 64; y++)
        for (var x = 0; x < 64; x++)
        {
            var inside = x >= dx && x < dx + 21 && y >= dy && y < dy + 21;
            Assert.Equal(inside ? 235 : 16, frame.Y[y * 64 + x]);
        }
    }

    [Fact]
    public void What_is_half_transparent_lets_half_through()
    {
        var frame = new Frame(64, 64);
        frame.Clear();
        Square(64, 255, 255, 255, 255).Over(frame, 0, 0);
        Square(64, 0, 0, 0, 128).Over(frame, 0, 0);
        Assert.InRange(frame.Y[100], 124, 127);
        Assert.InRange(frame.U[50], 127, 129);
    }

    [Fact]
    public void Frames_are_mixed_by_their_share()
    {
        var (dark, bright) = (new Frame(64, 64), new Frame(64, 64));
        dark.Clear();
        Square(64, 255, 255, 255, 255).Over(bright, 0, 0);
        dark.Mix(bright, 64);
        Assert.InRange(dark.Y[77], 69, 72);
        dark.Mix(bright, 256);
        Assert.Equal(bright.Bytes, dark.Bytes);
    }

    [Fact]
    public void The_lens_keeps_its_fixed_point_and_enlarges_the_rest()
    {
        var (from, to) = (new Frame(64, 64), new Frame(64, 64));
        from.Clear();
        Square(16, 255, 255, 255, 255).Over(from, 24, 24);
        new Lens(64, 64).Enlarge(from, to, 2, 0.5, 0.5);
        Assert.Equal(235, to.Y[32 * 64 + 32]);
        Assert.Equal(235, to.Y[18 * 64 + 18]);
        Assert.Equal(16, to.Y[12 * 64 + 12]);
    }

    private static Sprite Square(int side, byte r, byte g, byte b, byte alpha)
    {
        var rgba = new byte[side * side * 4];
        for (var i = 0; i < rgba.Length; i += 4)
            (rgba[i], rgba[i + 1], rgba[i + 2], rgba[i + 3]) = (
                (byte)(r * alpha / 255),
                (byte)(g * alpha / 255),
                (byte)(b * alpha / 255),
                alpha
            );
        return new Sprite(0, 0, side, side, rgba);
    }
}
