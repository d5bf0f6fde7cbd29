using System.Text;
using Atelier.Library.Documents;
using Atelier.Library.Extracting.Archives;
using Atelier.Library.Extracting.Encodings;
using Atelier.Platform.Errors;

namespace Atelier.Library.Extracting;

/// <summary>What a file is, by its first bytes. What it is called decides only between two kinds of plain text.</summary>
internal sealed record FileType(DocumentFormat? Format, Problem? Refusal)
{
    private const string Takes = "The library takes PDF, DOCX, EPUB, Markdown and plain text.";

    private static readonly byte[] EncryptedPackage = Encoding.Unicode.GetBytes("EncryptedPackage");

    public static FileType Of(FileStream file, string name)
    {
        var head = new byte[64 * 1024];
        head = head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        if (head.Length == 0)
            return Refused(422, Unreadable.Empty().Code, "The file is empty.");
        if (head.AsSpan(0, Math.Min(head.Length, 1024)).IndexOf("%PDF-"u8) >= 0)
            return new(DocumentFormat.Pdf, null);
        return head switch
        {
            [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..] => InsideZip(file),
            [0xD0, 0xCF, 0x11, 0xE0, ..] => InsideOle(file),
            [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..] => Unknown(
                "This is rich text; save it as DOCX."
            ),
            _ => AsText(head, name),
        };
    }

    private static FileType AsText(byte[] head, string name)
    {
        if (EncodingGuess.Marked(head) is null && EncodingGuess.ByZeros(head) is null && IsBinary(head))
            return Unknown("This is a program, a picture or other data.");
        var isMarkdown =
            name.EndsWith(".md", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase);
        return new(isMarkdown ? DocumentFormat.Md : DocumentFormat.Txt, null);
    }

    private static bool IsBinary(byte[] head)
    {
        var controls = head.Count(b =>
            b < 32 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C or 0x1B or 0x1A)
        );
        return head.AsSpan().Contains((byte)0) || controls > head.Length / 50;
    }

    private static FileType InsideZip(FileStream file)
    {
        try
        {
            using var zip = SafeZip.Open(file);
            if (zip.Has("META-INF/container.xml") || zip.Has("mimetype") && zip.Text("mimetype").Contains("epub"))
                return new(DocumentFormat.Epub, null);
            if (zip.Has("[Content_Types].xml") && zip.Names.Any(n => n.StartsWith("word/", StringComparison.Ordinal)))
                return new(DocumentFormat.Docx, null);
            return Unknown("This archive is neither a DOCX nor an EPUB file.");
        }
        catch (Unreadable reason)
        {
            return Refused(422, reason.Code, reason.Message);
        }
    }

    /// <summary>An old Word file, or a new one that is locked with a password.</summary>
    private static FileType InsideOle(FileStream file)
    {
        var buffer = new byte[1024 * 1024];
        var overlap = EncryptedPackage.Length - 1;
        file.Position = 0;
        var kept = 0;
        while (file.Read(buffer, kept, buffer.Length - kept) is var read and > 0)
        {
            var block = buffer.AsSpan(0, kept + read);
            if (block.IndexOf(EncryptedPackage) >= 0)
                return Refused(422, Unreadable.Encrypted().Code, Unreadable.Encrypted().Message);
            kept = Math.Min(overlap, block.Length);
            block[^kept..].CopyTo(buffer);
        }
        return Unknown("This is a file of an older office program; save it as DOCX.");
    }

    private static FileType Unknown(string what) => Refused(415, "unsupported_type", $"{what} {Takes}");

    private static FileType Refused(int status, string code, string detail) => new(null, new(status, code, detail));
}
