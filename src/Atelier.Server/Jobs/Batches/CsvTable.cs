using System.Globalization;
using System.Text;

namespace Atelier.Jobs.Batches;

/// <summary>
/// A table as RFC 4180 writes it, with a header. Commas or semicolons part the cells, whichever the header has more of;
/// lines end as any system ends them; blank lines are left out. A cell is text, whatever a spreadsheet would make of it.
/// </summary>
internal sealed record CsvTable(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <returns>The table, or what is wrong in one sentence.</returns>
    public static (CsvTable? Table, string? Wrong) Parse(string text)
    {
        var lines = new Reader(text, SeparatorOf(text)).Read(out var wrong);
        if (wrong is not null)
            return (null, wrong);
        return lines.Count == 0 ? (null, "The file is empty.") : (new(lines[0], lines[1..]), null);
    }

    private static char SeparatorOf(string text)
    {
        var (commas, semicolons, quoted) = (0, 0, false);
        foreach (var letter in text.TrimStart())
            if (letter == '"')
                quoted = !quoted;
            else if (!quoted && letter is '\r' or '\n')
                break;
            else if (!quoted)
                (commas, semicolons) = (commas + (letter == ',' ? 1 : 0), semicolons + (letter == ';' ? 1 : 0));
        return semicolons > commas ? ';' : ',';
    }

    private sealed class Reader(string text, char separator)
    {
        private int _at;
        private int _line = 1;

        public List<IReadOnlyList<string>> Read(out string? wrong)
        {
            var lines = new List<IReadOnlyList<string>>();
            while (_at < text.Length)
            {
                if (Line(out wrong) is not { } cells)
                    return lines;
                if (cells is not [""])
                    lines.Add(cells);
            }
            wrong = null;
            return lines;
        }

        private List<string>? Line(out string? wrong)
        {
            var cells = new List<string>();
            while (true)
            {
                if ((_at < text.Length && text[_at] == '"' ? Quoted(out wrong) : Plain(out wrong)) is not { } cell)
                    return null;
                cells.Add(cell);
                if (_at < text.Length && text[_at] == separator)
                {
                    _at++;
                    continue;
                }
                EndLine();
                return cells;
            }
        }

        private string? Plain(out string? wrong)
        {
            var start = _at;
            while (_at < text.Length && text[_at] != separator && text[_at] is not ('\r' or '\n'))
                if (text[_at++] == '"')
                    return Refuse("a quote stands inside a cell that does not begin with one", out wrong);
            wrong = null;
            return text[start.._at];
        }

        private string? Quoted(out string? wrong)
        {
            var (cell, first) = (new StringBuilder(), _line);
            for (_at++; _at < text.Length; _at++)
            {
                if (text[_at] == '\n')
                    _line++;
                if (text[_at] != '"')
                    cell.Append(text[_at]);
                else if (_at + 1 < text.Length && text[_at + 1] == '"')
                    cell.Append(text[_at++]);
                else
                    break;
            }
            if (_at++ >= text.Length)
            {
                _line = first;
                return Refuse("a quoted cell begins that never ends", out wrong);
            }
            if (_at < text.Length && text[_at] != separator && text[_at] is not ('\r' or '\n'))
                return Refuse("text follows the closing quote of a cell", out wrong);
            wrong = null;
            return cell.ToString();
        }

        private void EndLine()
        {
            if (_at < text.Length && text[_at] == '\r')
                _at++;
            if (_at < text.Length && text[_at] == '\n')
                _at++;
            _line++;
        }

        private string? Refuse(string what, out string? wrong)
        {
            wrong = string.Create(CultureInfo.InvariantCulture, $"Line {_line}: {what}.");
            return null;
        }
    }
}
