using System.Text;
using AngleSharp.Dom;

namespace Atelier.Reading.Articles.Tree;

/// <summary>
/// An element or a text of a page, in a tree that is cheap to cut, to change and to copy; it keeps its element for the
/// attributes. How much text and how many links are below is counted once and again after a change.
/// </summary>
internal sealed class PageNode
{
    private Amounts? _amounts;
    private string? _marks;

    private PageNode(string tag, string data, IElement? source)
    {
        (Tag, Data, Source) = (tag, data, source);
    }

    /// <summary>Empty for text.</summary>
    public string Tag { get; set; }

    /// <summary>The text, as the page has it.</summary>
    public string Data { get; }
    public IElement? Source { get; }

    /// <summary>Its classes and its id: what its author calls it.</summary>
    public string Marks => _marks ??= Source is null ? "" : $"{Source.ClassName} {Source.Id}".Trim().ToLowerInvariant();
    public PageNode? Parent { get; private set; }
    public List<PageNode> Parts { get; } = [];
    public bool IsText => Tag.Length == 0;

    /// <summary>How much it looks like the main text; null while nobody asked.</summary>
    public double? Score { get; set; }

    public Amounts Amounts => _amounts ??= Amounts.Of(this);
    public int Letters => Amounts.Letters;
    public double LinkDensity => Letters == 0 ? 0 : Amounts.LinkLetters / Letters;
    public IEnumerable<PageNode> Elements => Parts.Where(part => !part.IsText);

    public string this[string attribute] => Source?.GetAttribute(attribute) ?? "";

    public static PageNode Of(IElement element, string tag) => new(tag, "", element);

    public static PageNode TextOf(string data) => new("", data, null);

    public static PageNode Made(string tag) => new(tag, "", null);

    public void Add(PageNode part)
    {
        part.Parent?.Parts.Remove(part);
        part.Parent = this;
        Parts.Add(part);
        Changed();
    }

    public void Insert(int at, PageNode part)
    {
        part.Parent?.Parts.Remove(part);
        part.Parent = this;
        Parts.Insert(at, part);
        Changed();
    }

    public void Remove()
    {
        Parent?.Parts.Remove(this);
        Parent?.Changed();
        Parent = null;
    }

    public void ReplaceWith(PageNode other)
    {
        var (parent, at) = (Parent!, Parent!.Parts.IndexOf(this));
        parent.Parts.RemoveAt(at);
        Parent = null;
        parent.Insert(at, other);
    }

    public PageNode Copy()
    {
        var copy = new PageNode(Tag, Data, Source) { _amounts = _amounts, _marks = _marks };
        foreach (var part in Parts)
        {
            var own = part.Copy();
            own.Parent = copy;
            copy.Parts.Add(own);
        }
        return copy;
    }

    /// <summary>All that is inside, in the order of the page.</summary>
    public IEnumerable<PageNode> Below()
    {
        var open = new Stack<(PageNode Node, int Next)>();
        var (node, next) = (this, 0);
        while (true)
        {
            if (next < node.Parts.Count)
            {
                var part = node.Parts[next];
                yield return part;
                if (part.Parts.Count > 0)
                {
                    open.Push((node, next + 1));
                    (node, next) = (part, 0);
                }
                else
                    next++;
            }
            else if (open.Count > 0)
                (node, next) = open.Pop();
            else
                yield break;
        }
    }

    public IEnumerable<PageNode> Above()
    {
        for (var at = Parent; at is not null; at = at.Parent)
            yield return at;
    }

    public bool IsIn(string tag) => Above().Any(above => above.Tag == tag);

    /// <summary>All its text in one line.</summary>
    public string Line()
    {
        var line = new StringBuilder();
        foreach (var node in Below())
            if (node.IsText)
                line.Append(node.Data);
            else if (node.Tag is "br" || Tags.Separate.Contains(node.Tag))
                line.Append(' ');
        return string.Join(' ', line.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Whoever was not counted is below nobody who was.</summary>
    private void Changed()
    {
        for (var at = this; at?._amounts is not null; at = at.Parent)
            at._amounts = null;
    }
}
