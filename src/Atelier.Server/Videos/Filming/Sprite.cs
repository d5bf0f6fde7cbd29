using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Atelier.Videos.Filming;

/// <summary>
/// A drawing as a film needs it: rasterised once, in BT.709 limited range, premultiplied, brightness apart from colour.
/// Colour has half the resolution, so there is one set of it for even and for odd positions along each axis.
/// </summary>
internal sealed class Sprite
{
    private readonly byte[] _u; // premultiplied, at full resolution
    private readonly byte[] _v;
    private readonly byte[] _alpha;
    private readonly Plane _brightness;
    private readonly ConcurrentDictionary<int, (Plane U, Plane V)> _colour = new();

    /// <param name="x">Where its left edge stands when nothing moves, in pixels of the frame.</param>
    /// <param name="rgba">Premultiplied, four bytes a pixel.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Sprite(int x, int y, int width, int height, ReadOnlySpan<byte> rgba)
    {
        (X, Y, Width, Height) = (x, y, width, height);
        var values = new byte[width * height];
        (_u, _v, _alpha) = (new byte[values.Length], new byte[values.Length], new byte[values.Length]);
        for (var i = 0; i < values.Length; i++)
        {
            var pixel = rgba.Slice(4 * i, 4);
            var (r, g, b, a) = (pixel[0], pixel[1], pixel[2], pixel[3]);
            if (a == 0)
                continue;
            // BT.709: 16 + 219 (0.2126 R + 0.7152 G + 0.0722 B), 128 + 224 (B - Y) / 1.8556 and 128 + 224 (R - Y) / 1.5748
            // for components of 0 to 1, in 16 bits of fraction.
            values[i] = (byte)((a * (16 * 257) + r * 11966 + g * 40254 + b * 4064 + 32768) >> 16);
            _u[i] = (byte)((a * (128 * 257) - r * 6596 - g * 22189 + b * 28784 + 32768) >> 16);
            _v[i] = (byte)((a * (128 * 257) + r * 28784 - g * 26145 - b * 2639 + 32768) >> 16);
            _alpha[i] = a;
        }
        _brightness = new Plane(width, height, values, _alpha);
    }

    public int X { get; }
    public int Y { get; }
    public int Width { get; }
    public int Height { get; }

    /// <summary>Whether nothing of the frame can be seen behind it.</summary>
    public bool Covers(Frame frame, int dx, int dy)
    {
        var (x, y) = (X + dx, Y + dy);
        return _brightness.IsOpaque && x <= 0 && y <= 0 && x + Width >= frame.Width && y + Height >= frame.Height;
    }

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
        var u = new Plane(
            width,
            height,
            Halved(_u, px, py, width, height),
            alpha: Halved(_alpha, px, py, width, height)
        );
        return (u, u.With(Halved(_v, px, py, width, height)));
    }

    /// <summary>Means of two by two, with nothing beyond the edges.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private byte[] Halved(byte[] full, int px, int py, int width, int height)
    {
        var half = new byte[width * height];
        var sums = new ushort[Width + 2]; // of two rows; one empty column on either side at most
        for (var y = 0; y < height; y++)
        {
            var (upper, lower) = (2 * y - py, 2 * y - py + 1);
            for (var x = 0; x < Width; x++)
            {
                var sum = 0;
                if (upper >= 0)
                    sum = full[upper * Width + x];
                if (lower < Height)
                    sum += full[lower * Width + x];
                sums[x + px] = (ushort)sum;
            }
            if (px == 1)
                sums[0] = 0;
            sums[Width + px] = 0;
            var row = half.AsSpan(y * width, width);
            for (var x = 0; x < row.Length; x++)
                row[x] = (byte)((sums[2 * x] + sums[2 * x + 1] + 2) >> 2);
        }
        return half;
    }
}
