using System.Text;

namespace Atelier.Platform.Telemetry;

/// <summary>As much of the protobuf wire format as it takes to look into what a collector is sent.</summary>
internal readonly record struct ProtobufReader(ReadOnlyMemory<byte> Bytes)
{
    public string Text => Encoding.UTF8.GetString(Bytes.Span);

    public string Hex => Convert.ToHexStringLower(Bytes.Span);

    /// <summary>The parts with this number; those that are numbers themselves are left out.</summary>
    public IEnumerable<ProtobufReader> this[int field]
    {
        get
        {
            var at = 0;
            while (at < Bytes.Length)
            {
                var key = Varint(ref at);
                var length = (key & 7) switch
                {
                    0 => 0,
                    1 => 8,
                    5 => 4,
                    2 => (int)Varint(ref at),
                    _ => throw new InvalidDataException($"A wire type that OTLP does not have: {key & 7}."),
                };
                if ((key & 7) == 0)
                    Varint(ref at);
                else if ((int)(key >> 3) == field)
                    yield return new(Bytes.Slice(at, length));
                at += length;
            }
        }
    }

    private ulong Varint(ref int at)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = Bytes.Span[at++];
            value |= (ulong)(part & 0x7f) << shift;
            if (part < 0x80)
                return value;
        }
    }
}
