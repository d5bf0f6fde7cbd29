using Atelier.Drawing;

namespace Atelier.Books.Publishing.Pages;

/// <summary>The few colours the pages around the story share. Ink on paper is at least 9:1, deep on paper 4.5:1.</summary>
internal sealed record BookColours(string Paper, string Ink, string Deep, string Accent, string Soft, string Glow)
{
    // Named as the palettes of the pictures are.
    private static readonly (string Name, BookColours Colours)[] Known =
    [
        ("forest", new("#fbf7ea", "#22352c", "#2f6b4f", "#6fae7c", "#d9e8c9", "#f6c453")),
        ("ocean", new("#f6f8f2", "#17324a", "#1d6384", "#58a9bf", "#cfe6e6", "#f7b267")),
        ("sunset", new("#fdf4e7", "#3b2433", "#a3402f", "#ee8a5f", "#f9dcc4", "#f4b942")),
        ("candy", new("#fcf3f1", "#35203f", "#8a2f62", "#d0729a", "#f2d4dd", "#f2b84b")),
        ("earth", new("#fbf4e6", "#38271c", "#8c4a1c", "#d08a45", "#f0dcbd", "#b9c26a")),
        ("pastel", new("#faf6f8", "#3a3550", "#6a5391", "#b3a0d6", "#e6def2", "#f7cf8f")),
        ("bold", new("#fdf6e3", "#1c2440", "#20409a", "#3f74d8", "#cfdcf7", "#ffc233")),
        ("mono-ink", new("#f6f5f1", "#23272f", "#3c4656", "#8b95a5", "#dfe2e6", "#c9b98e")),
    ];

    // With no palette named, the warm and clear ones: they suit every story.
    private const int Everyday = 4;

    public static BookColours For(string? palette, Seed seed)
    {
        foreach (var (name, colours) in Known)
            if (string.Equals(name, palette?.Trim(), StringComparison.OrdinalIgnoreCase))
                return colours;
        return Known[seed.For("book-colours").Below(Everyday)].Colours;
    }
}
