namespace Atelier.Reading.Markup;

/// <summary>A small document as a tree; a document beyond the limits is no tree but the reason why.</summary>
internal sealed record XmlTree(XmlPiece Root, IReadOnlyList<string> Repairs)
{
    private const int MostNodes = 200_000;
    private const int Deepest = 512;
    private const int MostPrefixes = 60;

    public static XmlTree? Read(string text, out string? refusal)
    {
        var reader = new TagReader(text);
        var root = new XmlPiece("", "", null);
        var open = new List<(XmlPiece Piece, string Written)> { (root, "") };
        var scopes = new Stack<(int Depth, Dictionary<string, string> Prefixes)>([(0, [])]);
        var nodes = 0;
        refusal = null;
        for (var kind = reader.Read(); kind != TagKind.End; kind = reader.Read())
        {
            if (++nodes > MostNodes)
                refusal = $"It has more than {MostNodes:N0} parts.";
            else if (open.Count > Deepest)
                refusal = $"It is nested more than {Deepest} deep.";
            if (refusal is not null)
                return null;
            var parent = open[^1].Piece;
            switch (kind)
            {
                case TagKind.Text:
                    parent.Parts.Add(new("", "#text", parent) { Text = reader.Text });
                    break;
                case TagKind.Open:
                    Declare(reader, open.Count, scopes);
                    var piece = Named(reader, scopes.Peek().Prefixes, parent);
                    parent.Parts.Add(piece);
                    open.Add((piece, reader.Name));
                    break;
                case TagKind.Close:
                    Close(reader, open, scopes);
                    break;
            }
        }
        if (open.Count > 1)
            reader.Repairs.Add("The document ends before its elements do.");
        return new(root, [.. reader.Repairs]);
    }

    private static void Close(
        TagReader reader,
        List<(XmlPiece Piece, string Written)> open,
        Stack<(int Depth, Dictionary<string, string> Prefixes)> scopes
    )
    {
        var at = open.FindLastIndex(one => one.Written.Equals(reader.Name, StringComparison.OrdinalIgnoreCase));
        if (at <= 0)
        {
            reader.Repairs.Add("An element is closed that is not open.");
            return;
        }
        if (at < open.Count - 1)
            reader.Repairs.Add("Elements are closed in the wrong order.");
        open.RemoveRange(at, open.Count - at);
        while (scopes.Peek().Depth > open.Count)
            scopes.Pop();
    }

    private static void Declare(
        TagReader reader,
        int depth,
        Stack<(int Depth, Dictionary<string, string> Prefixes)> scopes
    )
    {
        Dictionary<string, string>? own = null;
        foreach (var (name, value) in reader.Attributes)
            if (own is { Count: > MostPrefixes })
                break;
            else if (name.Equals("xmlns", StringComparison.OrdinalIgnoreCase))
                (own ??= new(scopes.Peek().Prefixes))[""] = Vocabularies.OfAddress(value);
            else if (name.StartsWith("xmlns:", StringComparison.OrdinalIgnoreCase))
                (own ??= new(scopes.Peek().Prefixes))[name[6..]] = Vocabularies.OfAddress(value);
        if (own is not null)
            scopes.Push((depth + 1, own));
    }

    private static XmlPiece Named(TagReader reader, Dictionary<string, string> prefixes, XmlPiece parent)
    {
        var colon = reader.Name.IndexOf(':', StringComparison.Ordinal);
        var (prefix, local) = colon < 0 ? ("", reader.Name) : (reader.Name[..colon], reader.Name[(colon + 1)..]);
        var space = prefixes.GetValueOrDefault(prefix);
        if (space is null && prefix.Length > 0)
        {
            reader.Repairs.Add("A prefix is used that is not declared.");
            space = Vocabularies.OfPrefix(prefix.ToLowerInvariant());
        }
        var piece = new XmlPiece(space ?? "", local.ToLowerInvariant(), parent);
        foreach (var (name, value) in reader.Attributes)
            piece.Attributes.TryAdd(Local(name), value);
        return piece;
    }

    /// <summary>Attributes are known by their names alone, but those of XML itself.</summary>
    private static string Local(string name)
    {
        if (name.StartsWith("xml", StringComparison.OrdinalIgnoreCase))
            return name.ToLowerInvariant();
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return (colon < 0 ? name : name[(colon + 1)..]).ToLowerInvariant();
    }
}
