using System.Text;
using Atelier.Drawing.Typesetting;

namespace Atelier.Books.Publishing.Pages;

/// <summary>
/// The installed faces books are set in: Andika for words, Cherry Bomb for lettering, Noto and Droid for scripts those
/// two lack. Fallback faces are read only when a text needs one.
/// </summary>
internal sealed class FontShelf
{
    // First and last code point, and the file whose face covers them. Bold is tried first where bold is wanted.
    private static readonly (int First, int Last, string File)[] Scripts =
    [
        (0x0370, 0x04FF, "NotoSans"),
        (0x0530, 0x058F, "NotoSansArmenian"),
        (0x0590, 0x05FF, "NotoSansHebrew"),
        (0x0600, 0x08FF, "NotoNaskhArabic"),
        (0x0900, 0x097F, "NotoSansDevanagari"),
        (0x0980, 0x09FF, "NotoSansBengali"),
        (0x0A00, 0x0A7F, "NotoSansGurmukhi"),
        (0x0A80, 0x0AFF, "NotoSansGujarati"),
        (0x0B80, 0x0BFF, "NotoSansTamil"),
        (0x0C00, 0x0C7F, "NotoSansTelugu"),
        (0x0C80, 0x0CFF, "NotoSansKannada"),
        (0x0D00, 0x0D7F, "NotoSansMalayalam"),
        (0x0D80, 0x0DFF, "NotoSansSinhala"),
        (0x0E00, 0x0E7F, "NotoSansThai"),
        (0x0E80, 0x0EFF, "NotoSansLao"),
        (0x1000, 0x109F, "NotoSansMyanmar"),
        (0x10A0, 0x10FF, "NotoSansGeorgian"),
        (0x1200, 0x137F, "NotoSansEthiopic"),
        (0x1780, 0x17FF, "NotoSansKhmer"),
        (0x1E00, 0x1FFF, "NotoSans"),
        (0x3000, 0x9FFF, "DroidSansFallbackFull"),
        (0xAC00, 0xD7A3, "DroidSansFallbackFull"),
        (0xFB1D, 0xFB4F, "NotoSansHebrew"),
        (0xFB50, 0xFEFC, "NotoNaskhArabic"),
        (0xFF00, 0xFFEF, "DroidSansFallbackFull"),
    ];

    private readonly IReadOnlyDictionary<string, string> _files;
    private readonly Dictionary<string, Typeface> _loaded = [];
    private readonly Lock _loading = new();

    private FontShelf(IReadOnlyDictionary<string, string> files) => _files = files;

    /// <summary>Looks through the folders fonts are installed in.</summary>
    /// <returns>Null when Andika, without which no book can be set, is missing.</returns>
    public static FontShelf? Open(params IEnumerable<string> folders)
    {
        var files = folders
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.?tf", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal)
            .GroupBy(file => Path.GetFileNameWithoutExtension(file))
            .ToDictionary(group => group.Key, group => group.First());
        return files.ContainsKey("Andika-Regular") && files.ContainsKey("Andika-Bold") ? new FontShelf(files) : null;
    }

    public static IEnumerable<string> UsualFolders =>
        [
            "/usr/share/fonts",
            "/usr/local/share/fonts",
            "/Library/Fonts",
            Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "fonts"),
        ];

    public Typeface Body(string text) => Covering(Load("Andika-Regular"), text, "-Regular");

    public Typeface Bold(string text) => Covering(Load("Andika-Bold"), text, "-Bold");

    /// <summary>For titles: a display face where it has every letter, bold Andika elsewhere.</summary>
    public Typeface Lettering(string text)
    {
        var letters = Legible.Clean(text, Bold(text)).Text;
        return
            _files.ContainsKey("CherryBomb-Regular")
            && Load("CherryBomb-Regular") is var display
            && letters.EnumerateRunes().All(display.HasGlyph)
            ? display
            : Bold(text);
    }

    private Typeface Covering(Typeface face, string text, string style)
    {
        var needed = text.EnumerateRunes()
            .Where(rune => !face.HasGlyph(rune))
            .SelectMany(rune => Scripts.Where(script => rune.Value >= script.First && rune.Value <= script.Last))
            .Select(script => script.File)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Select(file => new[] { file + style, file + "-Regular", file }.FirstOrDefault(_files.ContainsKey))
            .OfType<string>()
            .Select(Load)
            .ToArray();
        return needed.Length == 0 ? face : face.WithFallbacks(needed);
    }

    private Typeface Load(string file)
    {
        lock (_loading)
            return _loaded.TryGetValue(file, out var face) ? face : _loaded[file] = Typeface.Load(_files[file]);
    }
}
