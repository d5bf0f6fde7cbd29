using System.Buffers.Binary;
using System.Text;
using Npgsql;

namespace Atelier.Benchmarks.Search;

/// <summary>
/// Writes passages as PostgreSQL's COPY wants them, vectors included: making a million of them there would take longer than
/// all questions. A sample is held against what PostgreSQL makes of the same words.
/// </summary>
internal sealed class PassageCopy(Lexicon lexicon, Stream stream)
{
    private const int MostPlaces = 256; // of one lexeme

    private readonly List<int>?[] _places = new List<int>?[lexicon.Lexemes.Count];
    private readonly List<int> _seen = [];
    private readonly byte[] _buffer = new byte[1 << 20];
    private int _used;

    public static async Task<PassageCopy> BeginAsync(
        Lexicon lexicon,
        NpgsqlConnection connection,
        CancellationToken cancel
    )
    {
        var stream = await connection.BeginRawBinaryCopyAsync(
            "copy library.passages (document_id, chapter, page, start_at, end_at, body, vector) from stdin (format binary)",
            cancel
        );
        var copy = new PassageCopy(lexicon, stream);
        copy.Put("PGCOPY\n"u8);
        copy.Put([0xFF, (byte)'\r', (byte)'\n', 0]);
        copy.Put32(0);
        copy.Put32(0);
        return copy;
    }

    public async Task AddAsync(Guid document, int chapter, int start, MadePassage passage, CancellationToken cancel)
    {
        if (_used > _buffer.Length / 2)
            await FlushAsync(cancel);
        Put16(7);
        Put32(16);
        document.TryWriteBytes(_buffer.AsSpan(_used), bigEndian: true, out _);
        _used += 16;
        PutInt(chapter);
        Put32(-1); // no page
        PutInt(start);
        PutInt(start + passage.Body.Length);
        Put32(passage.Body.Length);
        foreach (var chunk in passage.Body.GetChunks())
            _used += Encoding.ASCII.GetBytes(chunk.Span, _buffer.AsSpan(_used));
        PutVector(passage);
    }

    public async Task EndAsync(CancellationToken cancel)
    {
        Put16(-1);
        await FlushAsync(cancel);
        await stream.DisposeAsync();
    }

    private void PutVector(MadePassage passage)
    {
        foreach (var (lexeme, place) in passage.Lexemes)
        {
            var places = _places[lexeme] ??= [];
            if (places.Count == 0)
                _seen.Add(lexeme);
            if (places.Count < MostPlaces - 1)
                places.Add(place);
        }
        var length = _used;
        _used += 4;
        Put32(_seen.Count);
        foreach (var lexeme in _seen)
        {
            Put(lexicon.Lexemes[lexeme]);
            _buffer[_used++] = 0;
            Put16((short)_places[lexeme]!.Count);
            foreach (var place in _places[lexeme]!)
                Put16((short)place);
            _places[lexeme]!.Clear();
        }
        _seen.Clear();
        BinaryPrimitives.WriteInt32BigEndian(_buffer.AsSpan(length), _used - length - 4);
    }

    private void PutInt(int value)
    {
        Put32(4);
        Put32(value);
    }

    private void Put(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_buffer.AsSpan(_used));
        _used += bytes.Length;
    }

    private void Put16(short value)
    {
        BinaryPrimitives.WriteInt16BigEndian(_buffer.AsSpan(_used), value);
        _used += 2;
    }

    private void Put32(int value)
    {
        BinaryPrimitives.WriteInt32BigEndian(_buffer.AsSpan(_used), value);
        _used += 4;
    }

    private async Task FlushAsync(CancellationToken cancel)
    {
        await stream.WriteAsync(_buffer.AsMemory(0, _used), cancel);
        _used = 0;
    }
}
