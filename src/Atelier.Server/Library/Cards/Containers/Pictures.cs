using System.Buffers.Binary;

namespace Atelier.Library.Cards.Containers;

/// <summary>Pictures by their first bytes, whatever they are called.</summary>
internal static class Pictures
{
    /// <returns>The media type; null for what is no picture that browsers show.</returns>
    public static string? TypeOf(ReadOnlySpan<byte> file) =>
        PngFile.IsPng(file) ? "image/png"
        : IsJpeg(file) ? "image/jpeg"
        : IsWebP(file) ? "image/webp"
        : null;

    public static bool IsJpeg(ReadOnlySpan<byte> file) => file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]);

    private static bool IsWebP(ReadOnlySpan<byte> file) =>
        file.Length > 16 && file.StartsWith("RIFF"u8) && file[8..].StartsWith("WEBP"u8);

    /// <summary>Width and height of a JPEG; null when it is damaged.</summary>
    public static (int Width, int Height)? SizeOfJpeg(ReadOnlySpan<byte> file)
    {
        for (var at = 2; at + 9 < file.Length && file[at] == 0xFF; )
        {
            var marker = file[at + 1];
            if (marker == 0xFF)
            {
                at++; // fill bytes
                continue;
            }
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return (
                    BinaryPrimitives.ReadUInt16BigEndian(file[(at + 7)..]),
                    BinaryPrimitives.ReadUInt16BigEndian(file[(at + 5)..])
                );
            if (marker is 0xD9 or 0xDA)
                return null;
            at += marker is 0x01 or (>= 0xD0 and <= 0xD8)
                ? 2
                : 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
        }
        return null;
    }
}
