using Atelier.Drawing;

namespace Atelier.Books.Publishing.Pages;

/// <summary>The few colours the pages around the story share. Ink on paper is at least 9:1, deep on paper 4.5:1.</summary>
internal sealed record BookColours(string Paper, string Ink, string Deep, string Accent, string Soft, string Glow)
{
    private static readonly (string Name, BookColours Colours)[] Known =
    [
        ("meadow", new("#fbf7ea", "#22352c", "#2f6b4f", "#6fae7c", "#d9e8c9", "#f6c453")),
        ("seaside", new("#f6f8f2", "#17324a", "#1d6384", "#58a9bf", "#cfe6e6", "#f7b267")),
        ("sunset", new("#fdf4e7", "#3b2433", "#a3402f", "#ee8a5f", "#f9dcc4", "#f4b942")),
        ("berry", new("#fcf3f1", "#35203f", "#8a2f62", "#d0729a", "#f2d4dd", "#f2b84b")),
        ("night", new("#f4f2fa", "#20224a", "#3f4792", "#7f87cf", "#d9daf0", "#f5cf6b")),
        ("autumn", new("#fbf4e6", "#38271c", "#8c4a1c", "#d08a45", "#f0dcbd", "#b9c26a")),
    ];

    /// <summary>By the palette's name where it is one of these, else one the seed picks.</summary>
    public static BookColours For(string? palette, Seed seed)
    {
        foreach (var (name, colours) in Known)
            if (string.Equals(name, palette?.Trim(), StringComparison.OrdinalIgnoreCase))
                return colours;
        return seed.For("book-colours").Pick(Known).Colours;
    }
}
