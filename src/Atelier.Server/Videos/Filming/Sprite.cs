using System.Collections.Concurrent;

namespace Atelier.Videos.Filming;

/// <summary>
/// A drawing as a film needs it: rasterised once, in BT.709 limited range, premultiplied, brightness apart from colour.
/// Colour has half the resolution, so there is one set of it for even and for odd positions along each axis.
/// </summary>
internal sealed class Sprite
{
    private readonly byte[] _rgba; // premultiplied, kept until all colour phases that are needed are made
    private readonly Plane _brightness;
    private readonly ConcurrentDictionary<int, (Plane U, Plane V)> _colour = new();

    /// <param name="x">Where its left edge stands when nothing moves, in pixels of the frame.</param>
    /// <param name="rgba">Premultiplied, four bytes a pixel.</param>
    public Sprite(int x, int y, int width, int height, byte[] rgba)
    {
        (X, Y, Width, Height, _rgba) = (x, y, width, height, rgba);
        var (values, alpha) = (new byte[width * height], new byte[width * height]);
        for (var i = 0; i < values.Length; i++)
        {
            var (r, g, b, a) = (rgba[4 * i], rgba[4 * i + 1], rgba[4 * i + 2], rgba[4 * i + 3]);
            // 16 + 219 * (0.2126 R + 0.7152 G + 0.0722 B) / 255, in 16 bits of fraction.
            values[i] = (byte)((a * (16 * 257) + r * 11966 + g * 40254 + b * 4064 + 32768) >> 16);
            alpha[i] = a;
        }
        _brightness = new Plane(width, height, values, alpha);
    }

    public int X { get; }
    public int Y { get; }
    public int Width { get; }
    public int Height { get; }

    public void Over(Frame frame, int dx, int dy)
    {
        var (x, y) = (X + dx, Y + dy);
        if (x >= frame.Width || y >= frame.Height || x + Width <= 0 || y + Height <= 0)
            return;
        _brightness.Over(frame.Y, frame.Width, frame.Height, x, y);
        var phase = (x & 1) | ((y & 1) << 1);
        var (u, v) = _colour.GetOrAdd(phase, Colour);
        u.Over(frame.U, frame.Width / 2, frame.Height / 2, x >> 1, y >> 1);
        v.Over(frame.V, frame.Width / 2, frame.Height / 2, x >> 1, y >> 1);
    }

    // A sprite on an odd column shares its first colour sample with the column before it.
    private (Plane U, Plane V) Colour(int phase)
    {
        var (px, py) = (phase & 1, phase >> 1);
        var (width, height) = ((Width + px + 1) / 2, (Height + py + 1) / 2);
        var (us, vs, alpha) = (new byte[width * height], new byte[width * height], new byte[width * height]);
        for (var y = 0; y < height; y++)
        for (var x = 0; x < width; x++)
        {
            int r = 0,
                g = 0,
                b = 0,
                a = 0;
            for (var sy = Math.Max(0, 2 * y - py); sy < Math.Min(Height, 2 * y - py + 2); sy++)
            for (var sx = Math.Max(0, 2 * x - px); sx < Math.Min(Width, 2 * x - px + 2); sx++)
            {
                var at = 4 * (sy * Width + sx);
                r += _rgba[at];
                g += _rgba[at + 1];
                b += _rgba[at + 2];
                a += _rgba[at + 3];
            }
            var i = y * width + x;
            // 128 + 224 * (B - Y) / 1.8556 / 255 and 128 + 224 * (R - Y) / 1.5748 / 255, for the sum of four pixels.
            us[i] = (byte)((a * (128 * 257) - r * 6596 - g * 22189 + b * 28784 + 131072) >> 18);
            vs[i] = (byte)((a * (128 * 257) + r * 28784 - g * 26145 - b * 2639 + 131072) >> 18);
            alpha[i] = (byte)((a + 2) >> 2);
        }
        return (new Plane(width, height, us, alpha), new Plane(width, height, vs, alpha));
    }
}
