using System.Buffers.Binary;

namespace Atelier.Videos.Sound;

/// <summary>Reads the WAV that speech engines write and writes the one that ffmpeg encodes.</summary>
internal static class WavFile
{
    private const int HeaderBytes = 44;
    private const ushort Pcm = 1;
    private const ushort Floats = 3;
    private const ushort Extensible = 0xFFFE;

    /// <summary>
    /// All channels mixed into one. Lengths in the header are not trusted: engines that stream write what they like there.
    /// </summary>
    /// <returns>Null for what is no WAV, or of a kind that no speech engine writes.</returns>
    public static MonoWave? ReadMono(ReadOnlySpan<byte> file)
    {
        if (file.Length < 12 || !file.StartsWith("RIFF"u8) || !file[8..].StartsWith("WAVE"u8))
            return null;
        var format = default(Format);
        for (var rest = file[12..]; rest.Length >= 8; )
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]);
            var body = rest[8..];
            if (rest.StartsWith("data"u8))
                return format.IsReadable ? Decode(body[..(int)Math.Min(length, (uint)body.Length)], format) : null;
            if (length > body.Length)
                return null;
            if (rest.StartsWith("fmt "u8) && length >= 16)
                format = Format.Of(body[..(int)length]);
            rest = body[(int)Math.Min(length + (length & 1), body.Length)..];
        }
        return null;
    }

    /// <summary>48 kHz, two channels, 16 bits.</summary>
    public static byte[] Write(StereoWave sound)
    {
        var data = sound.Length * 4;
        var file = new byte[HeaderBytes + data];
        var header = file.AsSpan();
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], HeaderBytes - 8 + data);
        "WAVEfmt "u8.CopyTo(header[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[16..], 16);
        BinaryPrimitives.WriteUInt16LittleEndian(header[20..], Pcm);
        BinaryPrimitives.WriteInt16LittleEndian(header[22..], 2);
        BinaryPrimitives.WriteInt32LittleEndian(header[24..], SoundFormat.Rate);
        BinaryPrimitives.WriteInt32LittleEndian(header[28..], SoundFormat.Rate * 4);
        BinaryPrimitives.WriteInt16LittleEndian(header[32..], 4);
        BinaryPrimitives.WriteInt16LittleEndian(header[34..], 16);
        "data"u8.CopyTo(header[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[40..], data);
        var at = HeaderBytes;
        for (var i = 0; i < sound.Length; i++, at += 4)
        {
            BinaryPrimitives.WriteInt16LittleEndian(header[at..], Quantise(sound.Left[i]));
            BinaryPrimitives.WriteInt16LittleEndian(header[(at + 2)..], Quantise(sound.Right[i]));
        }
        return file;
    }

    private static short Quantise(float sample) => (short)Math.Clamp(MathF.Round(sample * 32767), -32768, 32767);

    private static MonoWave Decode(ReadOnlySpan<byte> data, Format format)
    {
        var width = format.Bits / 8;
        var frame = width * format.Channels;
        var samples = new float[data.Length / frame];
        for (var i = 0; i < samples.Length; i++)
        {
            var sum = 0f;
            for (var channel = 0; channel < format.Channels; channel++)
                sum += Sample(data[(i * frame + channel * width)..], format);
            samples[i] = float.IsFinite(sum) ? sum / format.Channels : 0;
        }
        return new(samples, format.Rate);
    }

    private static float Sample(ReadOnlySpan<byte> at, Format format) =>
        (format.Kind, format.Bits) switch
        {
            (Floats, _) => BinaryPrimitives.ReadSingleLittleEndian(at),
            (_, 8) => (at[0] - 128) / 128f,
            (_, 16) => BinaryPrimitives.ReadInt16LittleEndian(at) / 32768f,
            (_, 24) => ((at[0] | at[1] << 8 | (sbyte)at[2] << 16)) / 8388608f,
            _ => BinaryPrimitives.ReadInt32LittleEndian(at) / 2147483648f,
        };

    private readonly record struct Format(ushort Kind, int Channels, int Rate, int Bits)
    {
        public bool IsReadable =>
            Channels is >= 1 and <= 8
            && Rate is >= 8_000 and <= 192_000
            && (Kind is Pcm && Bits is 8 or 16 or 24 or 32 || Kind is Floats && Bits == 32);

        public static Format Of(ReadOnlySpan<byte> chunk)
        {
            var kind = BinaryPrimitives.ReadUInt16LittleEndian(chunk);
            if (kind == Extensible && chunk.Length >= 26)
                kind = BinaryPrimitives.ReadUInt16LittleEndian(chunk[24..]);
            return new(
                kind,
                BinaryPrimitives.ReadUInt16LittleEndian(chunk[2..]),
                (int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]), int.MaxValue),
                BinaryPrimitives.ReadUInt16LittleEndian(chunk[14..])
            );
        }
    }
}
