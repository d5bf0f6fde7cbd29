using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using Xunit;

namespace Atelier.Drawing.Tests.Backdrops;

/// <summary>A picture as rsvg-convert shows it: 8-bit RGB, read from the PNG it writes when all is opaque.</summary>
internal sealed class Raster
{
    private readonly byte[] _pixels;

    private Raster(int width, int height, byte[] pixels) => (Width, Height, _pixels) = (width, height, pixels);

    public int Width { get; }
    public int Height { get; }

    public (byte R, byte G, byte B) At(int x, int y)
    {
        var i = (y * Width + x) * 3;
        return (_pixels[i], _pixels[i + 1], _pixels[i + 2]);
    }

    public static Raster Of(string svg) => Decode(Convert("rsvg-convert", svg, "--format", "png"));

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
        catch (System.ComponentModel.Win32Exception)
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

    private static Raster Decode(byte[] png)
    {
        int width = 0,
            height = 0;
        var packed = new MemoryStream();
        for (var at = 8; at < png.Length; )
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            var data = png.AsSpan(at + 8, length);
            switch (png.AsSpan(at + 4, 4))
            {
                case [(byte)'I', (byte)'H', (byte)'D', (byte)'R']:
                    width = BinaryPrimitives.ReadInt32BigEndian(data);
                    height = BinaryPrimitives.ReadInt32BigEndian(data[4..]);
                    Assert.Equal([8, 2], data[8..10].ToArray());
                    break;
                case [(byte)'I', (byte)'D', (byte)'A', (byte)'T']:
                    packed.Write(data);
                    break;
            }
            at += 12 + length;
        }
        packed.Position = 0;
        using var unpacked = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionMode.Decompress))
            zlib.CopyTo(unpacked);
        return new Raster(width, height, Unfilter(unpacked.ToArray(), width * 3, height));
    }

    private static byte[] Unfilter(byte[] rows, int stride, int height)
    {
        var pixels = new byte[stride * height];
        for (var y = 0; y < height; y++)
        for (var x = 0; x < stride; x++)
        {
            int left = x < 3 ? 0 : pixels[y * stride + x - 3],
                up = y == 0 ? 0 : pixels[(y - 1) * stride + x],
                corner = x < 3 || y == 0 ? 0 : pixels[(y - 1) * stride + x - 3];
            var guess = rows[y * (stride + 1)] switch
            {
                0 => 0,
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                _ => Paeth(left, up, corner),
            };
            pixels[y * stride + x] = (byte)(rows[y * (stride + 1) + 1 + x] + guess);
        }
        return pixels;
    }

    private static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        int a = Math.Abs(guess - left),
            b = Math.Abs(guess - up),
            c = Math.Abs(guess - corner);
        return a <= b && a <= c ? left
            : b <= c ? up
            : corner;
    }
}
