using System.Globalization;
using System.Xml;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Library.Exporting;

/// <summary>The people as nodes and their relations as edges, for programs that draw graphs.</summary>
internal static class RelationsExport
{
    private const string Space = "http://graphml.graphdrawing.org/xmlns";

    private static readonly (string Id, string Of, string Type)[] Keys =
    [
        ("name", "node", "string"),
        ("gender", "node", "string"),
        ("mentions", "node", "int"),
        ("kind", "edge", "string"),
        ("weight", "edge", "double"),
    ];

    public static async Task WriteAsync(ExportSource source, LibraryDb db, Stream target, CancellationToken cancel)
    {
        var id = source.Document.Id;
        var people = await db
            .People.AsNoTracking()
            .Where(p => p.DocumentId == id)
            .OrderBy(p => p.Number)
            .ToListAsync(cancel);
        var relations = await db.Relations.AsNoTracking().Where(r => r.DocumentId == id).ToListAsync(cancel);
        await using var xml = XmlWriter.Create(target, Markup.Xml);
        xml.WriteStartElement("graphml", Space);
        foreach (var (key, of, type) in Keys)
        {
            xml.WriteStartElement("key", Space);
            xml.WriteAttributeString("id", key);
            xml.WriteAttributeString("for", of);
            xml.WriteAttributeString("attr.name", key);
            xml.WriteAttributeString("attr.type", type);
            xml.WriteEndElement();
        }
        xml.WriteStartElement("graph", Space);
        xml.WriteAttributeString("edgedefault", "undirected");
        foreach (var person in people)
        {
            xml.WriteStartElement("node", Space);
            xml.WriteAttributeString("id", Node(person.Number));
            Data(xml, "name", person.Name);
            Data(xml, "gender", person.Gender);
            Data(xml, "mentions", person.Mentions.ToString(CultureInfo.InvariantCulture));
            xml.WriteEndElement();
        }
        foreach (
            var relation in relations.OrderBy(r => r.A).ThenBy(r => r.B).ThenBy(r => r.Kind, StringComparer.Ordinal)
        )
        {
            xml.WriteStartElement("edge", Space);
            xml.WriteAttributeString("source", Node(relation.A));
            xml.WriteAttributeString("target", Node(relation.B));
            Data(xml, "kind", relation.Kind);
            Data(xml, "weight", relation.Weight.ToString("R", CultureInfo.InvariantCulture));
            xml.WriteEndElement();
        }
        await xml.WriteEndElementAsync();
        await xml.WriteEndElementAsync();
    }

    private static string Node(int number) => string.Create(CultureInfo.InvariantCulture, $"p{number}");

    private static void Data(XmlWriter xml, string key, string value)
    {
        xml.WriteStartElement("data", Space);
        xml.WriteAttributeString("key", key);
        xml.WriteString(value);
        xml.WriteEndElement();
    }
}
