using System.Buffers.Binary;
using System.Diagnostics;
using System.Text;

namespace Atelier.Library.Extracting;

/// <summary>Files that mean harm, each made on the spot.</summary>
internal static class Hostile
{
    private const string Laughs = """
        <?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>
        """;

    private static readonly byte[] Docx = Files.Word(
        string.Concat(Enumerable.Range(0, 200).Select(i => Files.P($"Line {i}.")))
    );

    /// <summary>A name, the file, and the code with which it is refused at the door or its job fails.</summary>
    public static IEnumerable<(string Name, byte[] File, string[] Codes)> All()
    {
        yield return ("bomb.docx", Files.Word(Files.P(new string('a', 40_000_000))), ["document_bomb"]);
        yield return ("nested.zip", Files.Zip(("inner.zip", Encoding.Latin1.GetString(Docx))), ["unsupported_type"]);
        yield return ("lying.docx", Lying(), ["document_unsafe", "document_damaged"]);
        yield return ("names.docx", Files.Word(Files.P("x"), ("../../etc/cron.d/x", "x")), ["document_unsafe"]);
        yield return ("twice.docx", Files.Word(Files.P("x"), ("word/document.xml", "x")), ["document_unsafe"]);
        yield return (
            "xxe.docx",
            Declaring("<!DOCTYPE w [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"),
            ["document_unsafe"]
        );
        yield return ("laughs.docx", Declaring(Laughs), ["document_unsafe", "document_damaged"]);
        yield return ("many.docx", Many(), ["document_bomb"]);
        yield return ("locked.docx", Ole(), ["document_encrypted"]);
        yield return ("drm.epub", Drm(), ["document_drm"]);
        yield return ("none.epub", Files.Epub([]), ["document_empty"]);
        yield return (
            "quotes.md",
            Encoding.UTF8.GetBytes(new string('>', 100_000) + " deep"),
            ["document_too_complex"]
        );
        yield return ("lists.md", Lists(), ["document_too_complex", ""]);
        yield return ("links.md", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("[a](", 50_000))), [""]);
        yield return ("zeros.txt", [.. "A text"u8, .. new byte[64], .. "with zeros"u8], ["unsupported_type"]);
        yield return ("late.txt", LateZeros(), ["document_not_text"]);
        yield return ("program.pdf", [(byte)'M', (byte)'Z', 0x90, 0, 3, .. new byte[500]], ["unsupported_type"]);
        yield return ("burning.pdf", Burning(), ["document_too_costly"]);
        yield return ("locked.pdf", Locked(), ["document_encrypted"]);
        foreach (var share in (double[])[0.01, 0.5, 0.99])
        {
            yield return ($"cut{share}.docx", Docx[..Math.Max(4, (int)(Docx.Length * share))], ["document_damaged"]);
            var pdf = Files.Pdf(["A page that is cut."], ["Another page."]);
            yield return ($"cut{share}.pdf", pdf[..Math.Max(8, (int)(pdf.Length * share))], ["document_damaged"]);
        }
    }

    private static byte[] Declaring(string declaration) =>
        Files.Zip(
            ("[Content_Types].xml", "<Types/>"),
            (
                "word/document.xml",
                $"{declaration}<w:document {Files.Word2006}><w:body><w:p><w:r><w:t>&c;&x;</w:t></w:r></w:p></w:body></w:document>"
            )
        );

    /// <summary>Says of each part that it unpacks to ten bytes.</summary>
    private static byte[] Lying()
    {
        var file = Docx.ToArray();
        for (var i = 0; i + 30 < file.Length; i++)
            if (file.AsSpan(i).StartsWith("PK\x03\x04"u8))
                BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(i + 22), 10);
            else if (file.AsSpan(i).StartsWith("PK\x01\x02"u8))
                BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(i + 24), 10);
        return file;
    }

    private static byte[] Many() =>
        Files.Zip([
            ("word/document.xml", "<w/>"),
            ("[Content_Types].xml", "<Types/>"),
            .. Enumerable.Range(0, 10_001).Select(i => ($"word/{i}", "")),
        ]);

    private static byte[] Ole() =>
        [
            0xD0,
            0xCF,
            0x11,
            0xE0,
            0xA1,
            0xB1,
            0x1A,
            0xE1,
            .. new byte[2000],
            .. Encoding.Unicode.GetBytes("EncryptedPackage"),
        ];

    private static byte[] Drm() =>
        Files.Epub(
            [("a.xhtml", "<html><body><p>Not for you.</p></body></html>")],
            (
                "META-INF/encryption.xml",
                "<encryption><EncryptedData><EncryptionMethod Algorithm='http://www.w3.org/2001/04/xmlenc#aes256-cbc'/></EncryptedData></encryption>"
            ),
            ("META-INF/rights.xml", "<rights/>")
        );

    private static byte[] Lists() =>
        Encoding.UTF8.GetBytes(
            string.Concat(Enumerable.Range(0, 300).Select(i => new string(' ', i * 2) + "- item\n"))
        );

    private static byte[] LateZeros()
    {
        var text = new byte[200_000];
        Array.Fill(text, (byte)'a');
        for (var i = 100_000; i < text.Length; i += 100)
            text[i] = 0;
        return text;
    }

    /// <summary>Ten forms, each of which draws the next one ten times: ten thousand million lines in two kilobytes.</summary>
    private static byte[] Burning()
    {
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /XObject << /F 5 0 R >> >> >>",
            "<< /Length 4 >>\nstream\n/F Do\nendstream",
        };
        for (var level = 0; level < 10; level++)
        {
            var content = string.Concat(Enumerable.Repeat(level == 9 ? "0 0 m 9 9 l S " : "/F Do ", 10));
            objects.Add(
                $"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F {6 + level} 0 R >> >> /Length {content.Length} >>\nstream\n{content}\nendstream"
            );
        }
        return Files.PdfOf(objects);
    }

    private static byte[] Locked()
    {
        var folder = Directory.CreateTempSubdirectory("atelier-locked-");
        try
        {
            var (open, locked) = (Path.Combine(folder.FullName, "a.pdf"), Path.Combine(folder.FullName, "b.pdf"));
            File.WriteAllBytes(open, Files.Pdf(["Nothing to see."]));
            using var qpdf = Process.Start("qpdf", ["--encrypt", "secret", "owner", "256", "--", open, locked]);
            qpdf.WaitForExit();
            return File.ReadAllBytes(locked);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
