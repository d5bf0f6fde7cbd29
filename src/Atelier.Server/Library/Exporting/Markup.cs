using System.IO.Compression;
using System.Net;
using System.Text;
using System.Xml;

namespace Atelier.Library.Exporting;

/// <summary>What several formats need.</summary>
internal static class Markup
{
    /// <summary>Texts hold no character that XML does not know: they were left out when they were read.</summary>
    public static XmlWriterSettings Xml { get; } =
        new()
        {
            Async = true,
            CheckCharacters = false,
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };

    /// <summary>For text and attributes of XML and HTML.</summary>
    public static string Escaped(this string text) => WebUtility.HtmlEncode(text);

    public static void Put(
        this ZipArchive zip,
        string name,
        string content,
        CompressionLevel level = CompressionLevel.Fastest
    )
    {
        using var entry = zip.CreateEntry(name, level).Open();
        entry.Write(Encoding.UTF8.GetBytes(content));
    }
}
