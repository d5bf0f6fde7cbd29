using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Atelier.Books.Publishing.Pages;
using Atelier.Drawing;

namespace Atelier.Books.Publishing.Print;

/// <summary>
/// Writes the change qpdf applies (its JSON, version 2): exact page boxes on every page, and a trailer without the
/// information dictionary.
/// </summary>
internal static class PdfBoxes
{
    /// <param name="description">qpdf's own description of the drawn file.</param>
    public static byte[] Update(ReadOnlySpan<byte> description, IReadOnlyList<ComposedPage> pages)
    {
        var qpdf = JsonNode.Parse(description)!["qpdf"]!;
        var (header, objects) = (qpdf[0]!, qpdf[1]!);
        var trailer = objects["trailer"]!["value"]!;
        var root = Value(objects, trailer["/Root"]!);
        var leaves = Leaves(objects, (string)root["/Pages"]!).ToArray();
        if (leaves.Length != pages.Count)
            throw new InvalidOperationException($"{pages.Count} pages were drawn as {leaves.Length}.");

        var changes = new JsonObject();
        foreach (var (leaf, page) in leaves.Zip(pages))
        {
            var value = Value(objects, leaf).DeepClone().AsObject();
            var sheet = Rectangle(new Box(0, 0, page.Width, page.Height), page.Height);
            value["/MediaBox"] = sheet;
            value["/BleedBox"] = sheet.DeepClone();
            value["/TrimBox"] = Rectangle(page.Trim, page.Height);
            changes["obj:" + leaf] = new JsonObject { ["value"] = value };
        }

        var bare = trailer.DeepClone().AsObject();
        bare.Remove("/Info");
        changes["trailer"] = new JsonObject { ["value"] = bare };
        var update = new JsonObject { ["qpdf"] = new JsonArray(header.DeepClone(), changes) };
        return Encoding.UTF8.GetBytes(update.ToJsonString(JsonSerializerOptions.Default));
    }

    private static JsonNode Value(JsonNode objects, JsonNode reference) =>
        objects["obj:" + (string)reference!]!["value"]!;

    private static IEnumerable<string> Leaves(JsonNode objects, string reference)
    {
        var node = Value(objects, reference);
        return node["/Kids"] is JsonArray kids ? kids.SelectMany(kid => Leaves(objects, (string)kid!)) : [reference];
    }

    // PDF counts from the bottom left corner.
    private static JsonArray Rectangle(Box box, double height) =>
        new(Round(box.X), Round(height - box.Bottom), Round(box.Right), Round(height - box.Y));

    private static JsonValue Round(double points) => JsonValue.Create(Math.Round((decimal)points, 4));
}
