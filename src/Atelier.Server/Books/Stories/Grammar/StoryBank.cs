namespace Atelier.Books.Stories.Grammar;

/// <summary>A line of a page: the bands it is for (b = 3-5 ... e = 8-10) and whether it may be left out.</summary>
internal sealed record TemplateLine(string Bands, bool Optional, bool NewParagraph, string Text);

/// <summary>One way to tell a page, with its picture.</summary>
internal sealed record PageTemplate(string Picture, IReadOnlyList<TemplateLine> Lines);

/// <summary>A page of a shape or an episode. Priority 1 is always told, 2 and 3 when the book has room.</summary>
internal sealed record PageSlot(string Source, int Priority, string Stage, IReadOnlyList<PageTemplate> Ways);

/// <summary>A shape is a row of page slots; an episode (a whole small attempt) fills its "** n" places.</summary>
internal sealed record Passage(string Key, DataSection Data, IReadOnlyList<PageSlot> Slots)
{
    public bool Suits(string field, string value)
    {
        var words = Data.Words(field);
        return words.Count == 0 || words.Contains(value);
    }
}

/// <summary>Everything that can be told, parsed once from Data/Shapes.</summary>
internal sealed class StoryBank
{
    private readonly Dictionary<string, PageSlot> _slots = [];

    public static StoryBank Default { get; } = new();

    public IReadOnlyList<Passage> Shapes { get; }
    public IReadOnlyList<Passage> Episodes { get; }
    public IReadOnlyList<Passage> Interludes { get; }

    /// <summary>Titles and blurbs for a wish in the author's own words.</summary>
    public DataSection WishWords { get; }

    private StoryBank()
    {
        var sections = StoryData.ShapeFiles.SelectMany(StoryData.Read).ToList();
        WishWords = sections.First(d => d.Head == "words wish");
        var shared = sections
            .Where(d => d.Head.StartsWith("shared ", StringComparison.Ordinal))
            .ToDictionary(d => d.Head[7..], d => Parse(d, []).Slots[0].Ways);
        var all = sections
            .Where(d => d.Head[..d.Head.IndexOf(' ', StringComparison.Ordinal)] is not "shared" and not "words")
            .Select(d => Parse(d, shared))
            .ToList();
        Shapes = [.. all.Where(p => p.Data.Head.StartsWith("shape ", StringComparison.Ordinal))];
        Episodes = [.. all.Where(p => p.Data.Head.StartsWith("episode ", StringComparison.Ordinal))];
        Interludes = [.. all.Where(p => p.Data.Head.StartsWith("interlude ", StringComparison.Ordinal))];
        foreach (var slot in all.SelectMany(p => p.Slots))
            _slots[slot.Source] = slot;
    }

    public PageSlot Slot(string source) =>
        _slots.GetValueOrDefault(source) ?? throw new InvalidOperationException($"No page called {source}.");

    private static Passage Parse(DataSection data, Dictionary<string, IReadOnlyList<PageTemplate>> shared)
    {
        var key = data.Head[(data.Head.IndexOf(' ', StringComparison.Ordinal) + 1)..];
        var slots = new List<PageSlot>();
        List<PageTemplate>? ways = null;
        List<TemplateLine>? lines = null;
        var number = 0;
        foreach (var line in data.Lines)
        {
            if (line.StartsWith("-- ", StringComparison.Ordinal) || line.StartsWith("** ", StringComparison.Ordinal))
            {
                // "-- priority stage" is a page; "** n" an episode; "-- ++ stage" a place for interludes.
                var words = line[3..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
                var mark = line[0] == '*' ? "**" : words[0];
                var priority = int.TryParse(words[0], out var n) ? n : 0;
                var source =
                    line[0] == '*' ? "** " + words[0]
                    : mark == "++" ? "++"
                    : $"{key}/{++number}";
                ways = [];
                slots.Add(new PageSlot(source, priority, words.Length > 1 ? words[1] : "here", ways));
                lines = null;
            }
            else if (ways is null || line == "~")
                continue; // a header line of the passage
            else if (line.StartsWith("<< ", StringComparison.Ordinal))
                ways.AddRange(shared[line[3..]]);
            else if (line[0] == '^')
                ways.Add(new PageTemplate(line[1..].Trim(), lines = []));
            else
                lines!.Add(ParseLine(line));
        }
        return new Passage(key, data, slots);
    }

    // "bcde? / text": for bands b to e, may be dropped, starts a new paragraph where the band has paragraphs.
    private static TemplateLine ParseLine(string line)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        var mark = line[..space];
        var text = line[(space + 1)..].Trim();
        var paragraph = text.StartsWith("/ ", StringComparison.Ordinal);
        return new TemplateLine(mark.TrimEnd('?'), mark.EndsWith('?'), paragraph, paragraph ? text[2..] : text);
    }
}
