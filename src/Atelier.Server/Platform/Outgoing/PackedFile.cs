using System.IO.Compression;

namespace Atelier.Platform.Outgoing;

/// <summary>A file that was packed with gzip before it was sent, whatever its answer's headers say.</summary>
internal static class PackedFile
{
    private static ReadOnlySpan<byte> Mark => [0x1F, 0x8B];

    public static bool Is(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Mark);

    /// <returns>Null where it is broken, larger than that, or grows as no text does.</returns>
    public static byte[]? Unpack(byte[] packed, int largest)
    {
        using var reader = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        var buffer = new byte[16 * 1024];
        try
        {
            while (reader.Read(buffer) is > 0 and var read)
            {
                plain.Write(buffer, 0, read);
                if (plain.Length > largest || AnswerBody.GrowsTooMuch(packed.Length, plain.Length))
                    return null;
            }
        }
        catch (InvalidDataException)
        {
            return null;
        }
        return plain.ToArray();
    }
}
