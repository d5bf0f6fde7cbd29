using System.Xml;
using System.Xml.Linq;

namespace Atelier.Library.Extracting.Archives;

/// <summary>Reads the XML of an archive's parts: no declarations, no other files, no end of it.</summary>
internal static class PartXml
{
    private const long LargestPart = 400_000_000;
    private const long LargestTree = 16_000_000;

    /// <summary>Word never writes a declaration, so one is there to do harm.</summary>
    public static XmlReader Stream(Stream part) =>
        XmlReader.Create(
            part,
            new()
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = LargestPart,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
                CloseInput = true,
            }
        );

    /// <summary>A small part as a tree. E-books name old document types, which are passed over and not followed.</summary>
    public static XElement Tree(SafeZip zip, string name)
    {
        using var reader = XmlReader.Create(
            zip.Read(name),
            new()
            {
                DtdProcessing = DtdProcessing.Ignore,
                XmlResolver = null,
                MaxCharactersInDocument = LargestTree,
                IgnoreComments = true,
                CloseInput = true,
            }
        );
        try
        {
            return XElement.Load(reader);
        }
        catch (XmlException e)
        {
            throw Reason(e, name);
        }
    }

    public static Unreadable Reason(XmlException exception, string part) =>
        exception.Message.Contains("DTD", StringComparison.Ordinal)
            ? Unreadable.Unsafe($"{part} declares a document type, which may reach for other files.")
            : Unreadable.Damaged($"{part} is not whole XML.");

    public static IEnumerable<XElement> Named(this XElement within, string localName) =>
        within.DescendantsAndSelf().Where(e => e.Name.LocalName == localName);

    public static string? ValueOf(this XElement element, string localName) =>
        element.Attributes().FirstOrDefault(a => a.Name.LocalName == localName)?.Value;
}
