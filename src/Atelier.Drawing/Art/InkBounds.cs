using System.Globalization;
using System.Xml.Linq;

namespace Atelier.Drawing.Art;

/// <summary>
/// Where the ink of an SVG fragment really is, so that feet can stand on the ground: shapes, nested transforms,
/// use, clip paths and stroke widths. Text, filters and markers are not part of the art pack and not measured.
/// </summary>
public static class InkBounds
{
    /// <returns>The tight box in the fragment's units; an empty box when nothing is painted.</returns>
    /// <exception cref="System.Xml.XmlException">The fragment is not well-formed.</exception>
    public static Box Of(string svgFragment)
    {
        var root = XElement.Parse(
            "<svg xmlns:xlink=\"http://www.w3.org/1999/xlink\">" + svgFragment + "</svg>",
            LoadOptions.PreserveWhitespace
        );
        var named = new Dictionary<string, XElement>(StringComparer.Ordinal);
        foreach (var element in root.Descendants())
            if (Text(element, "id") is { } id)
                named.TryAdd(id, element);
        return new Walk(named).Children(root, new Style(Affine.Identity, true, false, 1), 0) ?? default;
    }

    private static string? Text(XElement element, string name)
    {
        foreach (var attribute in element.Attributes())
            if (attribute.Name.LocalName == name)
                return attribute.Value;
        return null;
    }

    private static double Number(XElement element, string name, double otherwise = 0) =>
        double.TryParse(Text(element, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : otherwise;

    private readonly record struct Style(Affine Transform, bool Filled, bool Stroked, double StrokeWidth);

    private sealed class Walk(Dictionary<string, XElement> named)
    {
        public Box? Children(XElement parent, Style style, int depth)
        {
            Box? all = null;
            foreach (var child in parent.Elements())
                if (child.Name.LocalName is not ("defs" or "clipPath" or "symbol" or "mask" or "filter" or "title"))
                    all = Union(all, Element(child, style, depth));
            return all;
        }

        private Box? Element(XElement element, Style style, int depth)
        {
            if (depth > 16) // a use that refers to itself
                return null;
            style = Inherit(element, style);
            var box = element.Name.LocalName switch
            {
                "g" or "svg" or "a" => Children(element, style, depth + 1),
                "use" => Use(element, style, depth + 1),
                _ => Shape(element, style),
            };
            if (box is null || Text(element, "clip-path") is not { } clip)
                return box;
            var at = clip.IndexOf('#');
            return at >= 0 && named.TryGetValue(clip[(at + 1)..].TrimEnd(')', '"', '\''), out var path)
                ? Intersect(box.Value, Children(path, style with { Filled = true, Stroked = false }, depth + 1))
                : box;
        }

        private static Style Inherit(XElement element, Style style) =>
            new(
                style.Transform.Then(Affine.Parse(Text(element, "transform"))),
                Text(element, "fill") is { } fill ? fill != "none" : style.Filled,
                Text(element, "stroke") is { } stroke ? stroke != "none" : style.Stroked,
                Number(element, "stroke-width", style.StrokeWidth)
            );

        private Box? Use(XElement use, Style style, int depth)
        {
            if (Text(use, "href") is not { } href || !named.TryGetValue(href.TrimStart('#'), out var target))
                return null;
            var moved = new Affine(1, 0, 0, 1, Number(use, "x"), Number(use, "y"));
            if (target.Name.LocalName != "symbol")
                return Element(target, style with { Transform = style.Transform.Then(moved) }, depth);
            var view = (Text(target, "viewBox") ?? "").Split(' ', ',');
            var fit = Affine.Identity;
            if (view.Length == 4 && Text(use, "width") is not null)
            {
                var n = Array.ConvertAll(view, v => double.Parse(v, CultureInfo.InvariantCulture));
                var scale = Math.Min(Number(use, "width", n[2]) / n[2], Number(use, "height", n[3]) / n[3]);
                fit = new Affine(scale, 0, 0, scale, -n[0] * scale, -n[1] * scale);
            }
            return Children(target, style with { Transform = style.Transform.Then(moved).Then(fit) }, depth);
        }

        private static Box? Shape(XElement shape, Style style)
        {
            if ((!style.Filled && !style.Stroked) || Text(shape, "opacity") == "0")
                return null;
            var extent = new Extent(style.Transform);
            switch (shape.Name.LocalName)
            {
                case "path":
                    PathOutline.Trace(Text(shape, "d") ?? "", extent);
                    break;
                case "circle":
                    extent.Ellipse(Number(shape, "cx"), Number(shape, "cy"), Number(shape, "r"), Number(shape, "r"));
                    break;
                case "ellipse":
                    extent.Ellipse(Number(shape, "cx"), Number(shape, "cy"), Number(shape, "rx"), Number(shape, "ry"));
                    break;
                case "rect":
                    var (x, y) = (Number(shape, "x"), Number(shape, "y"));
                    var (right, bottom) = (x + Number(shape, "width"), y + Number(shape, "height"));
                    extent.Point(x, y);
                    extent.Point(right, y);
                    extent.Point(x, bottom);
                    extent.Point(right, bottom);
                    break;
                case "line":
                    extent.Point(Number(shape, "x1"), Number(shape, "y1"));
                    extent.Point(Number(shape, "x2"), Number(shape, "y2"));
                    break;
                case "polygon" or "polyline":
                    var numbers = new PathNumbers(Text(shape, "points") ?? "");
                    while (numbers.TryNumber(out var px) && numbers.TryNumber(out var py))
                        extent.Point(px, py);
                    break;
            }
            if (extent.IsEmpty)
                return null;
            return style.Stroked ? extent.Box.Inset(-style.StrokeWidth / 2 * style.Transform.Scale) : extent.Box;
        }

        private static Box? Union(Box? a, Box? b)
        {
            if (a is not { } p || b is not { } q)
                return a ?? b;
            var (x, y) = (Math.Min(p.X, q.X), Math.Min(p.Y, q.Y));
            return new Box(x, y, Math.Max(p.Right, q.Right) - x, Math.Max(p.Bottom, q.Bottom) - y);
        }

        private static Box? Intersect(Box a, Box? b)
        {
            if (b is not { } q || !a.Overlaps(q))
                return null;
            var (x, y) = (Math.Max(a.X, q.X), Math.Max(a.Y, q.Y));
            return new Box(x, y, Math.Min(a.Right, q.Right) - x, Math.Min(a.Bottom, q.Bottom) - y);
        }
    }
}
