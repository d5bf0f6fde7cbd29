using System.Text;
using Atelier.Drawing.Backdrops;

namespace Atelier.Drawing.Composition;

/// <summary>Where the text stands and on what.</summary>
/// <param name="Text">Room for the text itself.</param>
/// <param name="Covers">Everything the panel hides, its soft edge included; figures keep out of it.</param>
internal sealed record TextPanel(Box Text, Box Covers, PanelLook Look, bool AtTop, string TextColour, double Contrast)
{
    private const string Ink = "#2f2a26";
    private const string Paper = "#fffdf6";
    private const string NightInk = "#fdf6e3";
    private const string NightPaper = "#1d2445";
    private const double Opacity = 0.93;

    /// <summary>Places the panel at the edge inside the live area.</summary>
    /// <param name="lean">-1 left, 0 middle, 1 right, for panels much narrower than the page.</param>
    public static TextPanel Place(PanelRequest wanted, PageFrame page, bool top, PanelLook look, bool night, int lean)
    {
        var live = page.Live;
        // The page's own rhythm: paddings follow the page size, so a small book has small margins.
        var unit = Math.Min(page.Width, page.Height) / 100;
        var (padX, padY) = look switch
        {
            PanelLook.Clear => (0, 0),
            PanelLook.Cloud => (unit * 6, unit * 4.4),
            PanelLook.Strip => (unit * 4, unit * 3),
            _ => (unit * 4.2, unit * 3),
        };
        var width = Math.Min(Math.Max(wanted.Width, unit * 24) + 2 * padX, live.Width);
        var height = Math.Min(wanted.Height + 2 * padY, live.Height * 0.8);
        var slack = live.Width - width;
        var x = live.X + slack / 2 + (slack > live.Width * 0.3 ? lean * slack * 0.42 : 0);
        var y = top ? live.Y : live.Bottom - height;
        var box = new Box(x, y, width, height);
        var text = new Box(box.X + padX, box.Y + padY, box.Width - 2 * padX, box.Height - 2 * padY);
        var covers = look switch
        {
            PanelLook.Strip => new Box(0, top ? 0 : y, page.Width, top ? box.Bottom : page.Height - y),
            _ => box,
        };
        var (ink, paper) = night ? (NightInk, NightPaper) : (Ink, Paper);
        return new TextPanel(
            text,
            covers,
            look,
            top,
            ink,
            look == PanelLook.Clear ? 0 : Math.Floor(Composition.Contrast.AtWorst(ink, paper, Opacity) * 100) / 100
        );
    }

    public string Paint(Palette palette, bool night, double unit, Seed seed)
    {
        if (Look == PanelLook.Clear)
            return "";
        var (paper, line) = night ? (NightPaper, palette.Tint("#8f9bd6")) : (Paper, palette.Tint("#c79a62"));
        var shape = Look switch
        {
            PanelLook.Cloud => Cloud(Covers.Inset(unit * 1.2), unit * 5.2, seed),
            PanelLook.Strip => Strip(unit, seed),
            _ => Rounded(Covers, Math.Min(unit * 4.5, Covers.Height / 3)),
        };
        var svg = new StringBuilder();
        var soft = Xml.Number(unit * 0.55);
        svg.Append("<path transform=\"translate(0 ").Append(soft).Append(")\" fill=\"#10131f\" opacity=\"0.16\" d=\"");
        svg.Append(shape).Append("\"/><path fill=\"").Append(paper).Append("\" fill-opacity=\"0.93\" d=\"");
        svg.Append(shape).Append("\"/>");
        if (Look == PanelLook.Card)
        {
            var inner = Covers.Inset(unit * 0.9);
            svg.Append("<path fill=\"none\" stroke=\"")
                .Append(line)
                .Append("\" stroke-opacity=\"0.5\" stroke-width=\"");
            svg.Append(Xml.Number(unit * 0.28)).Append("\" d=\"");
            svg.Append(Rounded(inner, Math.Min(unit * 3.7, inner.Height / 3))).Append("\"/>");
        }
        return svg.ToString();
    }

    private static string Rounded(Box b, double r)
    {
        var (w, h, c) = (Xml.Number(b.Width - 2 * r), Xml.Number(b.Height - 2 * r), Xml.Number(r));
        return $"M{Xml.Number(b.X + r)} {Xml.Number(b.Y)}h{w}a{c} {c} 0 0 1 {c} {c}v{h}a{c} {c} 0 0 1 -{c} {c}"
            + $"h-{w}a{c} {c} 0 0 1 -{c} -{c}v-{h}a{c} {c} 0 0 1 {c} -{c}z";
    }

    /// <summary>A ring of arcs around the box; their bulge stays inside <see cref="Covers"/>.</summary>
    private static string Cloud(Box b, double puff, Seed seed)
    {
        var path = new StringBuilder();
        var chance = seed.For("cloud");
        b = b.Inset(puff * 0.45);
        (double X, double Y)[] corners = [(b.X, b.Y), (b.Right, b.Y), (b.Right, b.Bottom), (b.X, b.Bottom)];
        path.Append('M').Append(Xml.Number(b.X)).Append(' ').Append(Xml.Number(b.Y));
        for (var side = 0; side < 4; side++)
        {
            var (from, to) = (corners[side], corners[(side + 1) % 4]);
            var length = Math.Abs(to.X - from.X) + Math.Abs(to.Y - from.Y);
            var count = Math.Max(1, (int)Math.Round(length / (puff * 2.1)));
            var last = 0.0;
            for (var i = 1; i <= count; i++)
            {
                var t = i == count ? 1 : (i + chance.Between(-0.13, 0.13)) / count;
                var r = Xml.Number(length * (t - last) * 0.62);
                last = t;
                var (x, y) = (from.X + (to.X - from.X) * t, from.Y + (to.Y - from.Y) * t);
                path.Append('A').Append(r).Append(' ').Append(r).Append(" 0 0 1 ").Append(Xml.Number(x)).Append(' ');
                path.Append(Xml.Number(y));
            }
        }
        return path.Append('z').ToString();
    }

    /// <summary>A band to the page's edges with one long wave where it meets the picture.</summary>
    private string Strip(double unit, Seed seed)
    {
        var swing = unit * seed.For("strip").Between(0.7, 1.3);
        var b = Covers;
        var (edge, off, far) = AtTop ? (b.Bottom, -swing, b.Y - 30) : (b.Y, swing, b.Bottom + 30);
        var (left, right, third) = (b.X - 30, b.Right + 30, (b.Width + 60) / 3);
        return $"M{Xml.Number(left)} {Xml.Number(far)}V{Xml.Number(edge + off)}"
            + $"C{Xml.Number(left + third)} {Xml.Number(edge)} {Xml.Number(right - third)} {Xml.Number(edge + 2 * off)} "
            + $"{Xml.Number(right)} {Xml.Number(edge + off)}V{Xml.Number(far)}z";
    }
}
