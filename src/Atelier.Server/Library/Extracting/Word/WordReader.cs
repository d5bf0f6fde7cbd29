using System.Globalization;
using System.Text;
using System.Xml;

namespace Atelier.Library.Extracting.Word;

/// <summary>A paragraph of a DOCX part, or a row of a table.</summary>
/// <param name="Level">Of a heading, 0 for the title.</param>
/// <param name="Note">The number of the note it belongs to, in a part of notes.</param>
internal readonly record struct WordParagraph(string Text, int? Level, string? Note);

/// <summary>
/// Reads a part from beginning to end without building a tree of it: text boxes once, deletions and hidden text not at
/// all, the cells of a table's row in one line.
/// </summary>
internal sealed class WordReader(XmlReader xml, WordStyles styles)
{
    // A paragraph beyond this goes on as another one.
    private const int LongestParagraph = 64 * 1024;

    private readonly Stack<(StringBuilder Text, int? Level)> _outer = new();
    private StringBuilder _text = new();
    private int? _level;
    private string? _note;
    private bool _isHidden;
    private int _rows;
    private StringBuilder? _row;

    /// <summary>Numbers of foot- and endnotes in the order of their marks.</summary>
    public List<string> Notes { get; } = [];

    public bool HasForeignPart { get; private set; }

    public IEnumerable<WordParagraph> Read(CancellationToken cancel)
    {
        var count = 0;
        xml.Read();
        while (!xml.EOF)
        {
            if (++count % 4096 == 0)
                cancel.ThrowIfCancellationRequested();
            if (xml.NodeType is XmlNodeType.Element && IsLeftOut(xml.LocalName))
            {
                xml.Skip();
                continue;
            }
            if (xml.NodeType is XmlNodeType.Element)
                Begin();
            else if (xml.NodeType is XmlNodeType.EndElement && End(xml.LocalName) is { } paragraph)
                yield return paragraph;
            if (_text.Length > LongestParagraph)
            {
                yield return new(_text.ToString(), null, _note);
                _text.Clear();
            }
            xml.Read();
        }
    }

    /// <summary>What was deleted or moved away, codes of fields, and the second version of a text box.</summary>
    private static bool IsLeftOut(string name) =>
        name is "del" or "moveFrom" or "delText" or "instrText" or "delInstrText" or "Fallback" or "sdtPr";

    private void Begin()
    {
        switch (xml.LocalName)
        {
            case "p" when IsWord():
                BeginParagraph();
                break;
            case "pStyle":
                _level = styles.LevelOf(Value("val") ?? "");
                break;
            case "outlineLvl" when int.TryParse(Value("val"), out var level) && level is >= 0 and < 9:
                _level = level + 1;
                break;
            case "r" when IsWord():
                _isHidden = false;
                break;
            case "vanish":
                _isHidden = Value("val") is not ("0" or "false");
                break;
            case "t" when !xml.IsEmptyElement && !_isHidden:
                _text.Append(Content());
                break;
            case "tab" or "ptab":
                _text.Append(' ');
                break;
            case "br" or "cr":
                _text.Append('\n');
                break;
            case "noBreakHyphen":
                _text.Append('-');
                break;
            case "footnoteReference" or "endnoteReference" when Value("id") is { } id:
                Notes.Add($"{xml.LocalName[..^9]}{id}");
                _text.Append(CultureInfo.InvariantCulture, $"[{Notes.Count}]");
                break;
            case "footnote" or "endnote":
                _note = Value("type") is null or "normal" ? $"{xml.LocalName}{Value("id")}" : "";
                break;
            case "tr" when IsWord():
                if (_rows++ == 0)
                    _row = new();
                break;
            case "altChunk":
                HasForeignPart = true;
                break;
        }
    }

    private void BeginParagraph()
    {
        if (xml.IsEmptyElement)
            return;
        // A paragraph inside another is one of a text box.
        _outer.Push((_text, _level));
        (_text, _level) = (new(), null);
    }

    private WordParagraph? End(string name)
    {
        switch (name)
        {
            case "p" when IsWord() && _outer.Count > 0:
                var (text, level) = (_text.ToString(), _level);
                (_text, _level) = _outer.Pop();
                if (_row is null)
                    return string.IsNullOrWhiteSpace(text) ? null : new(text, level, _note);
                _row.Append(_row is [.., not ' '] ? " " : "").Append(text.AsSpan().Trim());
                return null;
            case "tc" when _row is { Length: > LongestParagraph }:
                var part = _row.ToString();
                _row.Clear();
                return new(part, null, _note);
            case "tc" when _row is not null:
                _row.Append(" | ");
                return null;
            case "tr" when IsWord() && --_rows == 0:
                var row = _row!.ToString().TrimEnd(' ', '|');
                _row = null;
                return row.Length == 0 ? null : new(row, null, _note);
            default:
                return null;
        }
    }

    /// <summary>Drawings have paragraphs, runs and rows of the same names.</summary>
    private bool IsWord() => xml.NamespaceURI.Contains("wordprocessingml", StringComparison.Ordinal);

    private string Content()
    {
        var text = new StringBuilder();
        while (
            xml.Read()
            && xml.NodeType
                is XmlNodeType.Text
                    or XmlNodeType.SignificantWhitespace
                    or XmlNodeType.Whitespace
                    or XmlNodeType.CDATA
        )
            text.Append(xml.Value);
        return text.ToString();
    }

    private string? Value(string name)
    {
        for (var has = xml.MoveToFirstAttribute(); has; has = xml.MoveToNextAttribute())
            if (xml.LocalName == name)
            {
                var value = xml.Value;
                xml.MoveToElement();
                return value;
            }
        xml.MoveToElement();
        return null;
    }
}
