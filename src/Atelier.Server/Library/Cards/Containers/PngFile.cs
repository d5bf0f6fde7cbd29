using System.Buffers.Binary;
using System.Text;

namespace Atelier.Library.Cards.Containers;

/// <summary>A chunk of a PNG or APNG file. Its data is a view of the file.</summary>
internal readonly record struct PngChunk(string Type, ReadOnlyMemory<byte> Data, bool Damaged)
{
    /// <summary>Without it the picture cannot be shown.</summary>
    public bool IsCritical => char.IsAsciiLetterUpper(Type[0]);

    /// <summary>Keyword and text of a tEXt chunk.</summary>
    public (string Keyword, ReadOnlyMemory<byte> Text)? Words()
    {
        if (Type != "tEXt" || Data.Span.IndexOf((byte)0) is not (>= 1 and <= 79 and var end))
            return null;
        return (Encoding.Latin1.GetString(Data.Span[..end]), Data[(end + 1)..]);
    }
}

/// <summary>PNG files chunk by chunk; pixels are not looked at.</summary>
internal static class PngFile
{
    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static bool IsPng(ReadOnlySpan<byte> file) => file.StartsWith(Signature);

    /// <exception cref="UnusableCard">It breaks off, is damaged where it matters, or has too many parts.</exception>
    public static IReadOnlyList<PngChunk> Read(ReadOnlyMemory<byte> file)
    {
        var chunks = new List<PngChunk>();
        for (var at = Signature.Length; ; )
        {
            if (file.Length - at < 12)
                throw Broken("The picture breaks off.");
            var length = BinaryPrimitives.ReadUInt32BigEndian(file.Span[at..]);
            if (length > file.Length - at - 12)
                throw Broken("The picture breaks off.");
            var body = file.Slice(at + 4, 4 + (int)length);
            var chunk = new PngChunk(
                TypeOf(body.Span),
                body[4..],
                BinaryPrimitives.ReadUInt32BigEndian(file.Span[(at + 8 + (int)length)..]) != Crc32.Of(body.Span)
            );
            if (chunk is { Damaged: true, IsCritical: true })
                throw Broken("The picture is damaged: a checksum is wrong.");
            chunks.Add(chunk);
            if (chunks.Count > CardLimits.PngChunks)
                throw new UnusableCard("card_too_large", "The picture has more than 20,000 parts.");
            if (chunk.Type == "IEND")
                break;
            at += 12 + (int)length;
        }
        Size(chunks[0]);
        return chunks;
    }

    public static byte[] Write(IEnumerable<PngChunk> chunks)
    {
        using var file = new MemoryStream();
        file.Write(Signature);
        Span<byte> number = stackalloc byte[4];
        foreach (var chunk in chunks)
        {
            byte[] body = [.. Encoding.ASCII.GetBytes(chunk.Type), .. chunk.Data.Span];
            BinaryPrimitives.WriteInt32BigEndian(number, chunk.Data.Length);
            file.Write(number);
            file.Write(body);
            BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.Of(body));
            file.Write(number);
        }
        return file.ToArray();
    }

    public static PngChunk Text(string keyword, ReadOnlySpan<byte> text) =>
        new("tEXt", (byte[])[.. Encoding.Latin1.GetBytes(keyword), 0, .. text], Damaged: false);

    private static string TypeOf(ReadOnlySpan<byte> body)
    {
        foreach (var letter in body[..4])
            if (!char.IsAsciiLetter((char)letter))
                throw Broken("The picture is damaged: a part of it has no name.");
        return Encoding.ASCII.GetString(body[..4]);
    }

    private static void Size(PngChunk header)
    {
        if (header.Type != "IHDR" || header.Data.Length != 13)
            throw Broken("The picture is damaged: it does not begin with its size.");
        var (width, height) = (
            BinaryPrimitives.ReadUInt32BigEndian(header.Data.Span),
            BinaryPrimitives.ReadUInt32BigEndian(header.Data.Span[4..])
        );
        if (width is 0 or > CardLimits.PictureSide || height is 0 or > CardLimits.PictureSide)
            throw new UnusableCard("picture_too_large", "The picture has no size, or more than 16,384 pixels a side.");
    }

    private static UnusableCard Broken(string detail) => new("card_damaged", detail);
}
