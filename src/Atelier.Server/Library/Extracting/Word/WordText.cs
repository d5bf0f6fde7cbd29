using System.Text;
using System.Xml;
using Atelier.Library.Documents;
using Atelier.Library.Extracting.Archives;

namespace Atelier.Library.Extracting.Word;

/// <summary>DOCX. Its parts are streamed, for the usual library unpacks what it is told to; notes come at the end.</summary>
internal sealed class WordText : IExtractor
{
    public IReadOnlyList<DocumentFormat> Formats => [DocumentFormat.Docx];

    public Task ReadAsync(SourceFile source, TextDraft draft, IProgress<double> progress, CancellationToken cancel)
    {
        using var file = source.Open();
        using var zip = SafeZip.Open(file);
        var parts = WordParts.Of(zip);
        var styles = WordStyles.Of(zip, parts.Find("styles"));
        if (zip.Has("docProps/core.xml"))
        {
            var core = PartXml.Tree(zip, "docProps/core.xml");
            draft.Title = core.Named("title").FirstOrDefault()?.Value is { Length: > 0 } title ? title : null;
            draft.Author = core.Named("creator").FirstOrDefault()?.Value is { Length: > 0 } author ? author : null;
        }
        var notes = ReadMain(zip, parts.Main, styles, draft, progress, cancel);
        if (notes.Count > 0)
            WriteNotes(zip, parts, styles, notes, draft, cancel);
        return Task.CompletedTask;
    }

    private static List<string> ReadMain(
        SafeZip zip,
        string part,
        WordStyles styles,
        TextDraft draft,
        IProgress<double> progress,
        CancellationToken cancel
    )
    {
        try
        {
            using var xml = PartXml.Stream(zip.Read(part));
            var reader = new WordReader(xml, styles);
            var count = 0;
            foreach (var paragraph in reader.Read(cancel))
            {
                // The highest two levels are parts and chapters; what is below divides a chapter.
                if (paragraph.Level is 1 or 2)
                    draft.Chapter(paragraph.Text);
                if (paragraph.Level is 0)
                    draft.Title ??= paragraph.Text.Trim();
                draft.Paragraph(paragraph.Text);
                if (++count % 256 == 0)
                    progress.Report(1 - 1.0 / (1 + count / 2048.0));
            }
            if (reader.HasForeignPart)
                draft.Warn("part_left_out", "A part of another format inside the document was left out.");
            return reader.Notes;
        }
        catch (XmlException e)
        {
            throw PartXml.Reason(e, part);
        }
    }

    private static void WriteNotes(
        SafeZip zip,
        WordParts parts,
        WordStyles styles,
        List<string> marks,
        TextDraft draft,
        CancellationToken cancel
    )
    {
        var notes = new Dictionary<string, StringBuilder>(StringComparer.Ordinal);
        foreach (var kind in (string[])["footnotes", "endnotes"])
        {
            if (parts.Find(kind) is not { } part)
                continue;
            try
            {
                using var xml = PartXml.Stream(zip.Read(part));
                foreach (var paragraph in new WordReader(xml, styles).Read(cancel))
                    if (paragraph.Note is { Length: > 0 } note)
                    {
                        if (!notes.TryGetValue(note, out var text))
                            notes[note] = text = new();
                        text.Append(' ').Append(paragraph.Text.AsSpan().Trim());
                    }
            }
            catch (XmlException e)
            {
                throw PartXml.Reason(e, part);
            }
        }
        var isFirst = true;
        for (var i = 0; i < marks.Count; i++)
            if (notes.GetValueOrDefault(marks[i]) is { } text)
            {
                if (isFirst)
                    draft.Chapter("Notes");
                isFirst = false;
                draft.Paragraph($"[{i + 1}]{text}");
            }
    }
}
