using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Atelier.Videos.Filming;

/// <summary>Enlarges a frame about a point: the only move that has to calculate every pixel, bilinear and without jitter.</summary>
internal sealed class Lens(int width, int height)
{
    private const int One = 256; // weights are 8-bit fractions

    private readonly int[] _at = new int[width];
    private readonly byte[] _weight = new byte[width];
    private readonly byte[] _row = new byte[width + 1];

    /// <param name="factor">1 or more.</param>
    /// <param name="x">What stays where it is, as a share of the width; <paramref name="y"/> of the height.</param>
    public void Enlarge(Frame from, Frame to, double factor, double x, double y)
    {
        Plane(from.Y, to.Y, width, height, factor, x * width, y * height);
        Plane(from.U, to.U, width / 2, height / 2, factor, x * width / 2, y * height / 2);
        Plane(from.V, to.V, width / 2, height / 2, factor, x * width / 2, y * height / 2);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Plane(ReadOnlySpan<byte> from, Span<byte> to, int w, int h, double factor, double fixX, double fixY)
    {
        for (var x = 0; x < w; x++)
            (_at[x], _weight[x]) = Source(x, fixX, factor, w);
        for (var y = 0; y < h; y++)
        {
            var (at, weight) = Source(y, fixY, factor, h);
            var upper = from.Slice(at * w, w);
            var lower = from.Slice(Math.Min(at + 1, h - 1) * w, w);
            Between(upper, lower, weight, _row.AsSpan(0, w));
            _row[w] = _row[w - 1];
            var line = to.Slice(y * w, w);
            // The hottest loop of all: two neighbours are one read, and no bound is looked at twice.
            ref var row = ref MemoryMarshal.GetArrayDataReference(_row);
            for (var x = 0; x < line.Length; x++)
            {
                int pair = Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref row, _at[x]));
                int share = _weight[x];
                line[x] = (byte)(((pair & 255) * (One - share) + (pair >> 8) * share) >> 8);
            }
        }
    }

    private static (int At, byte Weight) Source(int target, double fix, double factor, int size)
    {
        var source = Math.Clamp(fix + (target + 0.5 - fix) / factor - 0.5, 0, size - 1);
        var whole = (int)source;
        return (whole, (byte)((source - whole) * (One - 1)));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Between(ReadOnlySpan<byte> upper, ReadOnlySpan<byte> lower, int weight, Span<byte> row)
    {
        var (keep, add) = (new Vector<ushort>((ushort)(One - weight)), new Vector<ushort>((ushort)weight));
        var i = 0;
        for (; i + Vector<byte>.Count <= row.Length; i += Vector<byte>.Count)
        {
            Vector.Widen(new Vector<byte>(upper[i..]), out var upperLow, out var upperHigh);
            Vector.Widen(new Vector<byte>(lower[i..]), out var lowerLow, out var lowerHigh);
            upperLow = Vector.ShiftRightLogical(upperLow * keep + lowerLow * add, 8);
            upperHigh = Vector.ShiftRightLogical(upperHigh * keep + lowerHigh * add, 8);
            Vector.Narrow(upperLow, upperHigh).CopyTo(row[i..]);
        }
        for (; i < row.Length; i++)
            row[i] = (byte)((upper[i] * (One - weight) + lower[i] * weight) >> 8);
    }
}
