using System.Buffers.Binary;
using System.ComponentModel;
using System.Diagnostics;
using System.IO.Compression;
using Xunit;

namespace Atelier.Drawing.Tests;

/// <summary>What a real renderer paints: the pixels of an SVG document through rsvg-convert.</summary>
internal sealed class Raster
{
    private readonly int _channels;
    private readonly byte[] _pixels;

    private Raster(int width, int height, int channels, byte[] pixels) =>
        (Width, Height, _channels, _pixels) = (width, height, channels, pixels);

    public int Width { get; }
    public int Height { get; }

    public static Raster Of(string svg) => Decode(Convert("rsvg-convert", svg, "--format", "png"));

    public static Raster Of(string svg, int width) =>
        Decode(Convert("rsvg-convert", svg, "--width", $"{width}", "--format", "png"));

    public (byte R, byte G, byte B) At(int x, int y)
    {
        var at = (y * Width + x) * _channels;
        return (_pixels[at], _pixels[at + 1], _pixels[at + 2]);
    }

    /// <summary>The box of pixels that are not see-through, in pixels.</summary>
    public Box Ink()
    {
        var (left, top, right, bottom) = (Width, Height, -1, -1);
        for (var y = 0; y < Height; y++)
        for (var x = 0; x < Width; x++)
            if (_channels == 3 || _pixels[(y * Width + x) * 4 + 3] > 24)
                (left, top, right, bottom) = (
                    Math.Min(left, x),
                    Math.Min(top, y),
                    Math.Max(right, x + 1),
                    Math.Max(bottom, y + 1)
                );
        return right < 0 ? default : new Box(left, top, right - left, bottom - top);
    }

    public static byte[] Convert(string tool, string input, params string[] arguments)
    {
        var start = new ProcessStartInfo(tool, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            Assert.Skip($"{tool} is not installed.");
            throw;
        }
        using (process)
        {
            var output = new MemoryStream();
            var reading = process.StandardOutput.BaseStream.CopyToAsync(output);
            process.StandardInput.Write(input);
            process.StandardInput.Close();
            reading.GetAwaiter().GetResult();
            process.WaitForExit();
            Assert.Equal(0, process.ExitCode);
            return output.ToArray();
        }
    }

    // Eight bits a channel without interlacing: RGBA, or RGB where all is opaque, is what the renderer writes.
    private static Raster Decode(byte[] png)
    {
        var (width, height) = (Int(png, 16), Int(png, 20));
        Assert.Equal(8, png[24]);
        Assert.True(png[25] is 2 or 6);
        var channels = png[25] == 6 ? 4 : 3;
        using var packed = new MemoryStream();
        for (var at = 8; at < png.Length; at += 12 + Int(png, at))
            if (png.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8))
                packed.Write(png, at + 8, Int(png, at));
        packed.Position = 0;
        using var open = new ZLibStream(packed, CompressionMode.Decompress);
        var (stride, pixels) = (width * channels, new byte[width * channels * height]);
        for (var y = 0; y < height; y++)
        {
            var filter = open.ReadByte();
            var row = pixels.AsSpan(y * stride, stride);
            open.ReadExactly(row);
            for (var i = 0; i < stride; i++)
            {
                int left = i >= channels ? row[i - channels] : 0;
                int up = y > 0 ? pixels[(y - 1) * stride + i] : 0;
                int corner = i >= channels && y > 0 ? pixels[(y - 1) * stride + i - channels] : 0;
                row[i] += filter switch
                {
                    1 => (byte)left,
                    2 => (byte)up,
                    3 => (byte)((left + up) / 2),
                    4 => (byte)Paeth(left, up, corner),
                    _ => (byte)0,
                };
            }
        }
        return new Raster(width, height, channels, pixels);
    }

    private static int Int(byte[] bytes, int at) => BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at));

    private static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (a, b, c) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return a <= b && a <= c ? left
            : b <= c ? up
            : corner;
    }
}
