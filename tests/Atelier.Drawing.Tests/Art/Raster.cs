using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;

namespace Atelier.Drawing.Tests.Art;

/// <summary>What a real renderer paints: RGBA pixels of an SVG document through rsvg-convert.</summary>
internal sealed record Raster(int Width, int Height, byte[] Pixels)
{
    public static Raster Of(string svg, int width)
    {
        var start = new ProcessStartInfo("rsvg-convert", ["-w", $"{width}", "-f", "png"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var feeding = Task.Run(() =>
        {
            process.StandardInput.Write(svg);
            process.StandardInput.Close();
        });
        using var png = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(png);
        feeding.Wait();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return Decode(png.ToArray());
    }

    public (byte R, byte G, byte B, byte A) At(int x, int y)
    {
        var at = (y * Width + x) * 4;
        return (Pixels[at], Pixels[at + 1], Pixels[at + 2], Pixels[at + 3]);
    }

    /// <summary>The box of pixels that are not see-through, in pixels.</summary>
    public Box Ink()
    {
        var (left, top, right, bottom) = (Width, Height, -1, -1);
        for (var y = 0; y < Height; y++)
        for (var x = 0; x < Width; x++)
            if (Pixels[(y * Width + x) * 4 + 3] > 24)
                (left, top, right, bottom) = (
                    Math.Min(left, x),
                    Math.Min(top, y),
                    Math.Max(right, x + 1),
                    Math.Max(bottom, y + 1)
                );
        return right < 0 ? default : new Box(left, top, right - left, bottom - top);
    }

    // 8-bit RGBA without interlacing, which is what the renderer writes.
    private static Raster Decode(byte[] png)
    {
        var (width, height) = (Int(png, 16), Int(png, 20));
        Assert.Equal((8, 6), (png[24], png[25]));
        using var packed = new MemoryStream();
        for (var at = 8; at < png.Length; at += 12 + Int(png, at))
            if (png.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8))
                packed.Write(png, at + 8, Int(png, at));
        packed.Position = 0;
        using var open = new ZLibStream(packed, CompressionMode.Decompress);
        var (stride, pixels) = (width * 4, new byte[width * height * 4]);
        for (var y = 0; y < height; y++)
        {
            var filter = open.ReadByte();
            var row = pixels.AsSpan(y * stride, stride);
            open.ReadExactly(row);
            for (var i = 0; i < stride; i++)
            {
                int a = i >= 4 ? row[i - 4] : 0;
                int b = y > 0 ? pixels[(y - 1) * stride + i] : 0;
                int c = i >= 4 && y > 0 ? pixels[(y - 1) * stride + i - 4] : 0;
                row[i] += filter switch
                {
                    1 => (byte)a,
                    2 => (byte)b,
                    3 => (byte)((a + b) / 2),
                    4 => (byte)Paeth(a, b, c),
                    _ => (byte)0,
                };
            }
        }
        return new Raster(width, height, pixels);
    }

    private static int Int(byte[] bytes, int at) => BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at));

    private static int Paeth(int a, int b, int c)
    {
        var (pa, pb, pc) = (Math.Abs(b - c), Math.Abs(a - c), Math.Abs(a + b - 2 * c));
        return pa <= pb && pa <= pc ? a
            : pb <= pc ? b
            : c;
    }
}
