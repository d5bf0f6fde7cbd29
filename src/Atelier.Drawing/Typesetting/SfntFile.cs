using System.Buffers.Binary;
using System.Text;

namespace Atelier.Drawing.Typesetting;

/// <summary>Reads the few tables setting needs from a TrueType or OpenType file (ISO/IEC 14496-22).</summary>
internal sealed class SfntFile
{
    private readonly byte[] _bytes;
    private readonly Dictionary<string, (int Offset, int Length)> _tables = [];

    public SfntFile(byte[] bytes)
    {
        _bytes = bytes;
        var start = Tag(0) == "ttcf" ? (int)U32(12) : 0; // a collection: its first face
        var count = U16(start + 4);
        for (var i = 0; i < count; i++)
        {
            var record = start + 12 + 16 * i;
            _tables[Tag(record)] = ((int)U32(record + 8), (int)U32(record + 12));
        }
    }

    public string Tag(int at) => Encoding.ASCII.GetString(_bytes.AsSpan(at, 4));

    public int U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(_bytes.AsSpan(at));

    public int I16(int at) => BinaryPrimitives.ReadInt16BigEndian(_bytes.AsSpan(at));

    public uint U32(int at) => BinaryPrimitives.ReadUInt32BigEndian(_bytes.AsSpan(at));

    public int Table(string tag) =>
        _tables.TryGetValue(tag, out var table)
            ? table.Offset
            : throw new InvalidDataException($"The font has no {tag} table.");

    /// <summary>Advance widths in font units, by glyph.</summary>
    public ushort[] Advances()
    {
        var glyphs = U16(Table("maxp") + 4);
        var measured = U16(Table("hhea") + 34);
        var hmtx = Table("hmtx");
        var advances = new ushort[glyphs];
        for (var i = 0; i < glyphs; i++)
            advances[i] = (ushort)U16(hmtx + 4 * Math.Min(i, measured - 1));
        return advances;
    }

    /// <summary>Code points to glyphs: subtable format 12 where there is one (it covers all planes), else 4.</summary>
    public Dictionary<int, ushort> Glyphs()
    {
        var cmap = Table("cmap");
        var byFormat = new Dictionary<int, int>();
        for (var i = 0; i < U16(cmap + 2); i++)
        {
            var (platform, encoding) = (U16(cmap + 4 + 8 * i), U16(cmap + 6 + 8 * i));
            var at = cmap + (int)U32(cmap + 8 + 8 * i);
            if (platform == 0 || (platform == 3 && encoding is 1 or 10))
                byFormat.TryAdd(U16(at), at);
        }

        if (byFormat.TryGetValue(12, out var full))
            return Segmented32(full);
        if (byFormat.TryGetValue(4, out var basic))
            return Segmented16(basic);
        throw new InvalidDataException("The font has no Unicode character map this reader knows (formats 4 and 12).");
    }

    public string? Name(int id)
    {
        var name = Table("name");
        var strings = name + U16(name + 4);
        for (var i = 0; i < U16(name + 2); i++)
        {
            var record = name + 6 + 12 * i;
            if (U16(record) == 3 && U16(record + 4) == 0x409 && U16(record + 6) == id)
                return Encoding.BigEndianUnicode.GetString(_bytes.AsSpan(strings + U16(record + 10), U16(record + 8)));
        }

        return null;
    }

    private Dictionary<int, ushort> Segmented32(int at)
    {
        var glyphs = new Dictionary<int, ushort>();
        for (var group = at + 16; group < at + 16 + 12 * (int)U32(at + 12); group += 12)
        {
            var (first, last, glyph) = ((int)U32(group), (int)U32(group + 4), (int)U32(group + 8));
            for (var code = first; code <= last; code++)
                glyphs[code] = (ushort)(glyph + code - first);
        }

        return glyphs;
    }

    private Dictionary<int, ushort> Segmented16(int at)
    {
        var glyphs = new Dictionary<int, ushort>();
        var segments = U16(at + 6) / 2;
        var (ends, starts) = (at + 14, at + 16 + 2 * segments);
        var (deltas, ranges) = (starts + 2 * segments, starts + 4 * segments);
        for (var i = 0; i < segments; i++)
        {
            var (first, last, range) = (U16(starts + 2 * i), U16(ends + 2 * i), U16(ranges + 2 * i));
            for (var code = first; code <= last && code < 0xFFFF; code++)
            {
                var glyph = range == 0 ? code : U16(ranges + 2 * i + range + 2 * (code - first));
                if (range == 0 || glyph != 0)
                    glyph = (glyph + U16(deltas + 2 * i)) & 0xFFFF;
                if (glyph != 0)
                    glyphs[code] = (ushort)glyph;
            }
        }

        return glyphs;
    }
}
