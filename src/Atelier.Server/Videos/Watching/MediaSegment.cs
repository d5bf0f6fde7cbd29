using System.Buffers.Binary;

namespace Atelier.Videos.Watching;

/// <summary>
/// Takes a rendered segment apart as players want it: what they need once (ISO 14496-12 <c>ftyp</c> and <c>moov</c>),
/// and the frames, told at which moment of the film they begin.
/// </summary>
internal static class MediaSegment
{
    public static byte[] Head(byte[] file) => Part(file, type => type is "ftyp" or "moov");

    /// <param name="number">From 1.</param>
    /// <param name="start">In ticks of the track.</param>
    public static byte[] Frames(byte[] file, int number, long start)
    {
        var frames = Part(file, type => type is "moof" or "mdat" or "styp");
        foreach (var (type, at, length) in Boxes(frames, 0, frames.Length))
            if (type == "moof")
                Date(frames, at + 8, at + length, number, start);
        return frames;
    }

    private static void Date(byte[] bytes, int from, int to, int number, long start)
    {
        foreach (var (type, at, length) in Boxes(bytes, from, to))
            switch (type)
            {
                case "mfhd":
                    BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(at + 12), number);
                    break;
                case "traf":
                    Date(bytes, at + 8, at + length, number, start);
                    break;
                case "tfdt" when bytes[at + 8] == 1:
                    var time = bytes.AsSpan(at + 12);
                    BinaryPrimitives.WriteInt64BigEndian(time, BinaryPrimitives.ReadInt64BigEndian(time) + start);
                    break;
                case "tfdt":
                    var small = bytes.AsSpan(at + 12);
                    BinaryPrimitives.WriteInt32BigEndian(
                        small,
                        (int)(BinaryPrimitives.ReadInt32BigEndian(small) + start)
                    );
                    break;
            }
    }

    private static byte[] Part(byte[] file, Func<string, bool> wanted)
    {
        using var part = new MemoryStream(file.Length);
        foreach (var (type, at, length) in Boxes(file, 0, file.Length))
            if (wanted(type))
                part.Write(file, at, length);
        return part.ToArray();
    }

    private static IEnumerable<(string Type, int At, int Length)> Boxes(byte[] bytes, int from, int to)
    {
        for (var at = from; at + 8 <= to; )
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));
            if (length < 8 || length > to - at)
                yield break;
            yield return (System.Text.Encoding.ASCII.GetString(bytes, at + 4, 4), at, (int)length);
            at += (int)length;
        }
    }
}
