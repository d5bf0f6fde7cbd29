using System.Numerics;
using System.Runtime.CompilerServices;

namespace Atelier.Videos.Filming;

/// <summary>One frame of film in memory: planar YUV 4:2:0, as the encoder reads it.</summary>
internal sealed class Frame(int width, int height)
{
    /// <summary>Y, then U, then V.</summary>
    public byte[] Bytes { get; } = new byte[width * height * 3 / 2];

    public int Width => width;
    public int Height => height;
    public Span<byte> Y => Bytes.AsSpan(0, width * height);
    public Span<byte> U => Bytes.AsSpan(width * height, width * height / 4);
    public Span<byte> V => Bytes.AsSpan(width * height * 5 / 4, width * height / 4);

    /// <summary>Black, so that a picture with a hole shows nothing of the frame before.</summary>
    public void Clear()
    {
        Y.Fill(16);
        Bytes.AsSpan(width * height).Fill(128);
    }

    /// <summary>Mixes another frame of the same size in.</summary>
    /// <param name="share">Of the other frame: 0 none of it, 256 nothing else.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Mix(Frame other, int share)
    {
        var mine = Bytes.AsSpan();
        var theirs = other.Bytes.AsSpan();
        var (keep, add) = (new Vector<ushort>((ushort)(256 - share)), new Vector<ushort>((ushort)share));
        var i = 0;
        for (; i + Vector<byte>.Count <= mine.Length; i += Vector<byte>.Count)
        {
            Vector.Widen(new Vector<byte>(mine[i..]), out var low, out var high);
            Vector.Widen(new Vector<byte>(theirs[i..]), out var otherLow, out var otherHigh);
            low = Vector.ShiftRightLogical(low * keep + otherLow * add, 8);
            high = Vector.ShiftRightLogical(high * keep + otherHigh * add, 8);
            Vector.Narrow(low, high).CopyTo(mine[i..]);
        }
        for (; i < mine.Length; i++)
            mine[i] = (byte)((mine[i] * (256 - share) + theirs[i] * share) >> 8);
    }
}
