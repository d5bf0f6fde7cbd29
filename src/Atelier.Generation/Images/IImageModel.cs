using System.Globalization;

namespace Atelier.Generation;

/// <summary>A model that draws.</summary>
public interface IImageModel
{
    /// <summary>The model's own name, for manifests.</summary>
    string Name { get; }

    Task<ModelAnswer<GeneratedPicture>> DrawAsync(PictureRequest request, Budget budget, CancellationToken cancel);
}

/// <param name="Aspect">Width by height; the model's nearest size is used.</param>
public sealed record PictureRequest(string Prompt, double Aspect);

/// <param name="MediaType">image/png, image/jpeg or image/webp, told from the bytes.</param>
public sealed record GeneratedPicture(byte[] Bytes, string MediaType, int AskedWidth, int AskedHeight);

/// <summary>Pixels.</summary>
internal readonly record struct ImageSize(int Width, int Height)
{
    public static bool TryParse(string text, out ImageSize size)
    {
        size = default;
        var cross = text.IndexOf('x', StringComparison.Ordinal);
        if (
            cross < 1
            || !int.TryParse(text.AsSpan(0, cross), NumberStyles.None, CultureInfo.InvariantCulture, out var width)
            || !int.TryParse(text.AsSpan(cross + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var height)
            || width is < 16 or > 16384
            || height is < 16 or > 16384
        )
            return false;
        size = new(width, height);
        return true;
    }

    public static ImageSize Nearest(IEnumerable<string> sizes, double aspect) =>
        sizes
            .Select(text => TryParse(text, out var size) ? size : throw new FormatException(text))
            .MinBy(size => Math.Abs(Math.Log((double)size.Width / size.Height / aspect)));
}
