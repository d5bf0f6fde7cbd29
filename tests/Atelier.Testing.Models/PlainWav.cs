using System.Buffers.Binary;

namespace Atelier.Testing.Models;

/// <summary>A tone at 24 kHz, one channel of 16 bits, with the open lengths of a server that streams.</summary>
public static class PlainWav
{
    private const int Rate = 24_000;

    public static byte[] OfLength(double seconds)
    {
        var samples = (int)(seconds * Rate);
        var file = new byte[44 + 2 * samples];
        var header = file.AsSpan();
        "RIFF"u8.CopyTo(header);
        header.Slice(4, 4).Fill(0xFF);
        "WAVEfmt "u8.CopyTo(header[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[16..], 16);
        BinaryPrimitives.WriteInt16LittleEndian(header[20..], 1);
        BinaryPrimitives.WriteInt16LittleEndian(header[22..], 1);
        BinaryPrimitives.WriteInt32LittleEndian(header[24..], Rate);
        BinaryPrimitives.WriteInt32LittleEndian(header[28..], Rate * 2);
        BinaryPrimitives.WriteInt16LittleEndian(header[32..], 2);
        BinaryPrimitives.WriteInt16LittleEndian(header[34..], 16);
        "data"u8.CopyTo(header[36..]);
        header.Slice(40, 4).Fill(0xFF);
        for (var i = 0; i < samples; i++)
            BinaryPrimitives.WriteInt16LittleEndian(header[(44 + 2 * i)..], (short)(9000 * Math.Sin(0.1 * i)));
        return file;
    }
}
