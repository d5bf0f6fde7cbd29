using System.Numerics;
using System.Runtime.CompilerServices;

namespace Atelier.Videos.Filming;

/// <summary>One component of a picture, premultiplied by its alpha, ready to be laid over a frame's component.</summary>
/// <remarks>Rows know their own runs: what is transparent is skipped, what is opaque is copied, only edges are mixed.</remarks>
internal sealed class Plane
{
    private const int ShortestCopy = 16; // samples; shorter opaque runs are mixed along with their neighbours

    private readonly byte[] _values;
    private readonly byte[] _alpha;
    private readonly Run[] _runs;
    private readonly int[] _firstRun; // of each row; one more at the end

    private readonly record struct Run(int Start, int Length, bool Opaque);

    public Plane(int width, int height, byte[] values, byte[] alpha)
    {
        (Width, Height, _values, _alpha) = (width, height, values, alpha);
        var runs = new List<Run>();
        _firstRun = new int[height + 1];
        for (var y = 0; y < height; y++)
        {
            _firstRun[y] = runs.Count;
            Divide(alpha.AsSpan(y * width, width), runs);
        }
        _firstRun[height] = runs.Count;
        _runs = [.. runs];
        IsOpaque = _runs.Length == height && _runs.All(run => run.Opaque && run.Length == width);
    }

    private Plane(Plane shape, byte[] values)
    {
        (Width, Height, IsOpaque, _values) = (shape.Width, shape.Height, shape.IsOpaque, values);
        (_alpha, _runs, _firstRun) = (shape._alpha, shape._runs, shape._firstRun);
    }

    public int Width { get; }
    public int Height { get; }

    /// <summary>Whether it lets nothing through anywhere.</summary>
    public bool IsOpaque { get; }

    /// <summary>Another component of the same picture: other values, the same alpha.</summary>
    public Plane With(byte[] values) => new(this, values);

    /// <summary>Lays the plane over another with its upper left corner at (x, y), which may lie outside.</summary>
    /// <param name="target">Rows of <paramref name="width"/> samples.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Over(Span<byte> target, int width, int height, int x, int y)
    {
        var (top, bottom) = (Math.Max(0, -y), Math.Min(Height, height - y));
        var (left, right) = (Math.Max(0, -x), Math.Min(Width, width - x));
        if (left >= right)
            return;
        for (var row = top; row < bottom; row++)
        {
            var line = target.Slice((y + row) * width, width);
            for (var i = _firstRun[row]; i < _firstRun[row + 1]; i++)
            {
                var run = _runs[i];
                var (from, to) = (Math.Max(run.Start, left), Math.Min(run.Start + run.Length, right));
                if (from >= to)
                    continue;
                var values = _values.AsSpan(row * Width + from, to - from);
                var under = line.Slice(x + from, to - from);
                if (run.Opaque)
                    values.CopyTo(under);
                else
                    Mix(values, _alpha.AsSpan(row * Width + from, to - from), under);
            }
        }
    }

    private static void Divide(ReadOnlySpan<byte> alpha, List<Run> runs)
    {
        for (var x = 0; x < alpha.Length; )
        {
            var kind = alpha[x];
            var end = x + 1;
            if (kind is 0)
            {
                var clear = alpha[x..].IndexOfAnyExcept((byte)0);
                end = clear < 0 ? alpha.Length : x + clear;
            }
            else if (OpaqueFrom(alpha, x) is var opaque and >= ShortestCopy)
            {
                end = x + opaque;
                runs.Add(new Run(x, opaque, Opaque: true));
            }
            else
            {
                while (end < alpha.Length && alpha[end] != 0 && OpaqueFrom(alpha, end) < ShortestCopy)
                    end++;
                runs.Add(new Run(x, end - x, Opaque: false));
            }
            x = end;
        }
    }

    private static int OpaqueFrom(ReadOnlySpan<byte> alpha, int x)
    {
        if (alpha[x] != 255)
            return 0;
        var length = alpha[x..].IndexOfAnyExcept((byte)255);
        return length < 0 ? alpha.Length - x : length;
    }

    /// <summary>under = values + under * (255 - alpha) / 255, rounded.</summary>
    // Runs for every frame from the first film on: there is no time to warm it up.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Mix(ReadOnlySpan<byte> values, ReadOnlySpan<byte> alpha, Span<byte> under)
    {
        var step = Vector<byte>.Count;
        var i = 0;
        var half = new Vector<ushort>(128);
        for (; i + step <= values.Length; i += step)
        {
            var rest = new Vector<byte>(255) - new Vector<byte>(alpha[i..]);
            Vector.Widen(rest, out var restLow, out var restHigh);
            Vector.Widen(new Vector<byte>(under[i..]), out var low, out var high);
            (low, high) = (low * restLow + half, high * restHigh + half);
            low = Vector.ShiftRightLogical(low + Vector.ShiftRightLogical(low, 8), 8);
            high = Vector.ShiftRightLogical(high + Vector.ShiftRightLogical(high, 8), 8);
            (new Vector<byte>(values[i..]) + Vector.Narrow(low, high)).CopyTo(under[i..]);
        }
        for (; i < values.Length; i++)
        {
            var product = under[i] * (255 - alpha[i]) + 128;
            under[i] = (byte)(values[i] + ((product + (product >> 8)) >> 8));
        }
    }
}
