using Atelier.Drawing.Composition;

namespace Atelier.Videos.Filming;

/// <summary>A scene whose drawings are in memory: any frame of it can be had, in any order.</summary>
internal sealed class FilmedScene(
    IReadOnlyList<(Element Element, IReadOnlyList<Sprite> Drawings)> elements,
    Camera camera,
    FilmFormat format,
    (double X, double Y) focus
)
{
    public static async Task<FilmedScene> PrepareAsync(
        IReadOnlyList<Element> elements,
        Scene picture,
        Camera camera,
        FilmFormat format,
        string folder,
        CancellationToken cancel
    )
    {
        var cuttings = elements.SelectMany(element => element.Drawings).ToArray();
        var sprites = await Rasteriser.RenderAsync(cuttings, picture.Defs, format.Scale, folder, cancel);
        var drawn = new List<(Element, IReadOnlyList<Sprite>)>(elements.Count);
        var next = 0;
        foreach (var element in elements)
        {
            drawn.Add((element, [.. sprites.Skip(next).Take(element.Drawings.Count)]));
            next += element.Drawings.Count;
        }
        // Faces matter most; a place without any is looked at a little above its middle.
        var focus =
            picture.Faces.Count == 0
                ? (0.5, 0.45)
                : (
                    picture.Faces.Average(f => f.CentreX) / picture.Width,
                    picture.Faces.Average(f => f.CentreY) / picture.Height
                );
        return new FilmedScene(drawn, camera, format, focus);
    }

    /// <param name="number">From 0, within the scene.</param>
    /// <param name="spare">Written over when the camera is near.</param>
    public void Draw(int number, Frame frame, Frame spare, Lens lens)
    {
        var time = (double)number / format.Fps;
        var view = camera.At(time);
        var near = view.Zoom > 1.0005;
        var target = near ? spare : frame;
        var isEmpty = true;
        foreach (var (element, drawings) in elements)
        {
            var place = element.At(time);
            var drawing = drawings[Math.Min(place.Drawing, drawings.Count - 1)];
            var dx = Pixels(place.X - view.X * element.Parallax);
            var dy = Pixels(place.Y - view.Y * element.Parallax);
            if (isEmpty && !drawing.Covers(target, dx, dy))
                target.Clear();
            isEmpty = false;
            drawing.Over(target, dx, dy);
        }
        if (isEmpty)
            target.Clear();
        if (near)
            lens.Enlarge(spare, frame, view.Zoom, focus.X, focus.Y);
    }

    private int Pixels(double points) => (int)Math.Round(points * format.Scale);
}
