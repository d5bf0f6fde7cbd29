using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Atelier.Drawing.Art;

/// <summary>
/// One icon file of up to 25 MB, never held in memory: the first look indexes where each body lies in the file, and
/// a drawing is read and measured when somebody asks for it.
/// </summary>
internal sealed partial class IconSet(string prefix, string folder)
{
    private const int Kept = 400; // drawings remembered; a book uses a few dozen

    private readonly record struct Entry(long Offset, int Length, double Width, double Height);

    private readonly record struct Alias(string Parent, bool Mirrored);

    private sealed record Index(Dictionary<string, Entry> Icons, Dictionary<string, Alias> Aliases);

    private readonly string _file = Path.Combine(folder, "icons.json");
    private readonly ConcurrentDictionary<string, Drawing?> _drawings = new(StringComparer.Ordinal);
    private readonly Lazy<Index> _index = new(() => Scan(Path.Combine(folder, "icons.json")));

    public bool Has(string name) => _index.Value.Icons.ContainsKey(name) || _index.Value.Aliases.ContainsKey(name);

    public Drawing? Find(string name)
    {
        if (_drawings.TryGetValue(name, out var known))
            return known;
        if (_drawings.Count > Kept)
            _drawings.Clear();
        return _drawings[name] = Read(name);
    }

    private Drawing? Read(string name)
    {
        var (mirrored, own) = (false, name);
        for (var hops = 0; _index.Value.Aliases.TryGetValue(own, out var alias) && hops < 8; hops++)
            (mirrored, own) = (mirrored ^ alias.Mirrored, alias.Parent);
        if (!_index.Value.Icons.TryGetValue(own, out var entry))
            return null;
        var body = Clean(ReadString(entry));
        if (mirrored)
            body = $"<g transform=\"matrix(-1 0 0 1 {entry.Width:0.##} 0)\">{body}</g>";
        return new Drawing($"{prefix}:{name}", entry.Width, entry.Height, body, InkBounds.Of(body));
    }

    private string ReadString(Entry entry)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(entry.Length);
        try
        {
            using var file = File.OpenHandle(_file);
            var read = 0;
            while (read < entry.Length)
            {
                var got = RandomAccess.Read(file, bytes.AsSpan(read, entry.Length - read), entry.Offset + read);
                if (got == 0)
                    throw new InvalidDataException($"{_file} ends before byte {entry.Offset + entry.Length}.");
                read += got;
            }
            var json = new Utf8JsonReader(bytes.AsSpan(0, entry.Length));
            json.Read();
            return json.GetString() ?? "";
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>No filters (PDF writers turn them into bitmaps) and one spelling of href.</summary>
    private static string Clean(string body)
    {
        body = body.Replace("xlink:href", "href", StringComparison.Ordinal);
        return body.Contains("<filter", StringComparison.Ordinal) ? Filters().Replace(body, "") : body;
    }

    [GeneratedRegex("<filter.*?</filter>| filter=\"[^\"]*\"", RegexOptions.Singleline)]
    private static partial Regex Filters();

    private static Index Scan(string path)
    {
        var icons = new Dictionary<string, Entry>(4096, StringComparer.Ordinal);
        var aliases = new Dictionary<string, Alias>(StringComparer.Ordinal);
        var (width, height) = (16.0, 16.0);
        using var file = File.OpenRead(path);
        var buffer = new byte[1 << 18];
        var (filled, start) = (0, 0L);
        var state = default(JsonReaderState);
        var walk = new IconWalk(icons, aliases);
        for (var last = false; !last; )
        {
            if (filled == buffer.Length)
                Array.Resize(ref buffer, buffer.Length * 2); // one body longer than the window
            var got = file.Read(buffer, filled, buffer.Length - filled);
            last = got == 0;
            filled += got;
            var json = new Utf8JsonReader(buffer.AsSpan(0, filled), last, state);
            while (json.Read())
                walk.Token(ref json, start, ref width, ref height);
            var used = (int)json.BytesConsumed;
            state = json.CurrentState;
            buffer.AsSpan(used, filled - used).CopyTo(buffer);
            filled -= used;
            start += used;
        }
        foreach (var name in icons.Keys.ToArray())
            if (icons[name] is { } entry)
                icons[name] = entry with
                {
                    Width = entry.Width > 0 ? entry.Width : width,
                    Height = entry.Height > 0 ? entry.Height : height,
                };
        return new Index(icons, aliases);
    }

    /// <summary>Follows the tokens of an Iconify file: {icons: {name: {body, width?, height?}}, aliases: {...}, width}.</summary>
    private sealed class IconWalk(Dictionary<string, Entry> icons, Dictionary<string, Alias> aliases)
    {
        private string _section = "";
        private string _name = "";
        private string _key = "";

        public void Token(ref Utf8JsonReader json, long start, ref double width, ref double height)
        {
            if (json.TokenType == JsonTokenType.PropertyName)
            {
                if (json.CurrentDepth == 1)
                    _section = json.GetString()!;
                else if (json.CurrentDepth == 2)
                    _name = json.GetString()!;
                else
                    _key = json.GetString()!;
                return;
            }
            if (json.TokenType is JsonTokenType.StartObject or JsonTokenType.EndObject)
                return;
            if (json.CurrentDepth == 1 && _section == "width")
                width = json.GetDouble();
            else if (json.CurrentDepth == 1 && _section == "height")
                height = json.GetDouble();
            else if (json.CurrentDepth == 3 && _section == "icons")
                Icon(ref json, start);
            else if (json.CurrentDepth == 3 && _section == "aliases" && _key == "parent")
                aliases[_name] = new Alias(json.GetString()!, false);
            else if (json.CurrentDepth == 3 && _section == "aliases" && _key == "hFlip")
                aliases[_name] = aliases.GetValueOrDefault(_name) with { Mirrored = json.GetBoolean() };
        }

        private void Icon(ref Utf8JsonReader json, long start)
        {
            var entry = icons.GetValueOrDefault(_name);
            if (_key == "body") // the quotes are part of the range, so that the bytes are a JSON value
                entry = entry with { Offset = start + json.TokenStartIndex, Length = json.ValueSpan.Length + 2 };
            else if (_key == "width")
                entry = entry with { Width = json.GetDouble() };
            else if (_key == "height")
                entry = entry with { Height = json.GetDouble() };
            icons[_name] = entry;
        }
    }
}
