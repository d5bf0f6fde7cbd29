using System.IO.Compression;
using System.Xml;

namespace Atelier.Library.Exporting;

internal static class WordExport
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static readonly (string Name, string Content)[] Fixed =
    [
        (
            "[Content_Types].xml",
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>
            """
        ),
        (
            "_rels/.rels",
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>
            """
        ),
        (
            "word/_rels/document.xml.rels",
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>
            """
        ),
        (
            "word/styles.xml",
            $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <w:styles xmlns:w="{Main}"><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr><w:spacing w:after="160" w:line="276" w:lineRule="auto"/></w:pPr><w:rPr><w:sz w:val="24"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:pPr><w:keepNext/><w:pageBreakBefore/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="36"/></w:rPr></w:style></w:styles>
            """
        ),
    ];

    public static async Task WriteAsync(ExportSource source, LibraryDb db, Stream target, CancellationToken cancel)
    {
        await using var zip = await ZipArchive.CreateAsync(
            target,
            ZipArchiveMode.Create,
            leaveOpen: true,
            null,
            cancel
        );
        foreach (var (name, content) in Fixed)
            zip.Put(name, content);
        zip.Put(
            "docProps/core.xml",
            $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{source.Document.Title.Escaped()}</dc:title><dc:creator>{source.Document.Author?.Escaped()}</dc:creator></cp:coreProperties>
            """
        );
        await using var part = await zip.CreateEntry("word/document.xml", CompressionLevel.Fastest).OpenAsync(cancel);
        await using var xml = XmlWriter.Create(part, Markup.Xml);
        xml.WriteStartElement("w", "document", Main);
        xml.WriteStartElement("body", Main);
        foreach (var paragraph in source.Paragraphs())
        {
            cancel.ThrowIfCancellationRequested();
            if (paragraph.Begins?.Title is { } title)
                Write(xml, title, "Heading1");
            if (!paragraph.IsHeading)
                Write(xml, paragraph.Piece.Text, null);
        }
        await xml.WriteEndElementAsync();
        await xml.WriteEndElementAsync();
    }

    private static void Write(XmlWriter xml, string text, string? style)
    {
        xml.WriteStartElement("p", Main);
        if (style is not null)
        {
            xml.WriteStartElement("pPr", Main);
            xml.WriteStartElement("pStyle", Main);
            xml.WriteAttributeString("val", Main, style);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        xml.WriteStartElement("r", Main);
        var isFirst = true;
        foreach (var line in text.Split('\n'))
        {
            if (!isFirst)
                xml.WriteElementString("br", Main, null);
            isFirst = false;
            xml.WriteStartElement("t", Main);
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(line);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
    }
}
