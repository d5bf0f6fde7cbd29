using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Atelier.Videos.Filming;

/// <summary>Enlarges a frame about a point: the only move that has to calculate every pixel, bilinear and without jitter.</summary>
internal sealed class Lens(int width, int height)
{
    private const int One = 256; // weights are 8-bit fractions

    private readonly int[] _at = new int[width];
    private readonly byte[] _weight = new byte[width];
    private readonly byte[] _offset = new byte[width]; // of each from the first of its sixteen
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
        {
            (_at[x], _weight[x]) = Source(x, fixX, factor, w);
            _offset[x] = (byte)(_at[x] - _at[x & -Vector128<byte>.Count]);
        }
        for (var y = 0; y < h; y++)
        {
            var (at, weight) = Source(y, fixY, factor, h);
            var upper = from.Slice(at * w, w);
            var lower = from.Slice(Math.Min(at + 1, h - 1) * w, w);
            Between(upper, lower, weight, _row.AsSpan(0, w));
            _row[w] = _row[w - 1];
            var line = to.Slice(y * w, w);
            Across(line);
        }
    }

    /// <summary>
    /// The hottest loop of all. Enlarged samples lie closer together than a sample, so sixteen of them and their right
    /// neighbours come from two reads of sixteen.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Across(Span<byte> line)
    {
        var step = Vector128<byte>.Count;
        ref var row = ref MemoryMarshal.GetArrayDataReference(_row);
        var x = 0;
        for (; x + step <= line.Length && _at[x] + step < line.Length; x += step)
        {
            var pick = Vector128.LoadUnsafe(ref _offset[x]);
            var left = Vector128.ShuffleNative(Vector128.LoadUnsafe(ref row, (nuint)_at[x]), pick);
            var right = Vector128.ShuffleNative(Vector128.LoadUnsafe(ref row, (nuint)_at[x] + 1), pick);
            var share = Vector128.LoadUnsafe(ref _weight[x]);
            var low = Mixed(Vector128.WidenLower(left), Vector128.WidenLower(right), Vector128.WidenLower(share));
            var high = Mixed(Vector128.WidenUpper(left), Vector128.WidenUpper(right), Vector128.WidenUpper(share));
            Vector128.Narrow(low, high).CopyTo(line[x..]);
        }
        for (; x < line.Length; x++)
        {
            var (at, share) = (_at[x], _weight[x]);
            line[x] = (byte)((_row[at] * (One - share) + _row[at + 1] * share) >> 8);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> Mixed(Vector128<ushort> left, Vector128<ushort> right, Vector128<ushort> share) =>
        (left * (Vector128.Create((ushort)One) - share) + right * share) >>> 8;

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
