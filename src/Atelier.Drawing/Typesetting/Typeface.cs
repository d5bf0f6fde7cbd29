using System.Text;

namespace Atelier.Drawing.Typesetting;

/// <summary>
/// One face of a font, with the faces that step in for characters it lacks. Widths are sums of advances: kerning and
/// joined scripts come out a little different, which <see cref="Typesetter"/> allows for.
/// </summary>
public sealed class Typeface
{
    private readonly Dictionary<int, ushort> _glyphs;
    private readonly ushort[] _advances;
    private readonly double _unitsPerEm;

    private Typeface(SfntFile file, string path)
    {
        Path = path;
        Family = file.Name(1) ?? System.IO.Path.GetFileNameWithoutExtension(path);
        var os2 = file.Table("OS/2");
        Weight = file.U16(os2 + 4);
        _unitsPerEm = file.U16(file.Table("head") + 18);
        // Fonts before OS/2 version 2 do not state these; the fractions are those of common sans faces.
        var stated = file.U16(os2) >= 2;
        XHeight = stated ? file.I16(os2 + 86) / _unitsPerEm : 0.5;
        CapHeight = stated ? file.I16(os2 + 88) / _unitsPerEm : 0.71;
        var hhea = file.Table("hhea");
        (Ascender, Descender) = (file.I16(hhea + 4) / _unitsPerEm, -file.I16(hhea + 6) / _unitsPerEm);
        _glyphs = file.Glyphs();
        _advances = file.Advances();
    }

    private Typeface(Typeface face, IReadOnlyList<Typeface> fallbacks)
    {
        (Path, Family, Weight, XHeight, CapHeight) = (
            face.Path,
            face.Family,
            face.Weight,
            face.XHeight,
            face.CapHeight
        );
        (Ascender, Descender) = (face.Ascender, face.Descender);
        (_glyphs, _advances, _unitsPerEm) = (face._glyphs, face._advances, face._unitsPerEm);
        Fallbacks = fallbacks;
    }

    public string Path { get; }

    public string Family { get; }

    /// <summary>As in CSS: 400 regular, 700 bold.</summary>
    public int Weight { get; }

    /// <summary>Height of x, in ems.</summary>
    public double XHeight { get; }

    /// <summary>Height of a capital, in ems.</summary>
    public double CapHeight { get; }

    /// <summary>From the baseline to the top of the face's own line box, in ems: where a browser puts the baseline.</summary>
    public double Ascender { get; }

    /// <summary>From the baseline to the bottom of the face's own line box, in ems.</summary>
    public double Descender { get; }

    public IReadOnlyList<Typeface> Fallbacks { get; } = [];

    /// <exception cref="InvalidDataException">The file is no TrueType or OpenType font, or lacks a needed table.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Typeface Load(string path)
    {
        try
        {
            return new Typeface(new SfntFile(File.ReadAllBytes(path)), path);
        }
        catch (ArgumentException damaged) // an offset beyond the end
        {
            throw new InvalidDataException($"{path} is not a readable font.", damaged);
        }
    }

    public Typeface WithFallbacks(IReadOnlyList<Typeface> fallbacks) => new(this, fallbacks);

    public bool HasGlyph(Rune character) => FaceFor(character) is not null;

    /// <summary>Width in the unit of <paramref name="size"/>; characters no face has count as one em.</summary>
    public double Measure(string text, double size)
    {
        var width = 0.0;
        foreach (var rune in text.EnumerateRunes())
            width += FaceFor(rune)?.OwnAdvance(rune) ?? (Legible.IsInvisible(rune) ? 0 : 1);
        return width * size;
    }

    /// <summary>This face and the fallbacks that <paramref name="text"/> needs, in the order a renderer must try them.</summary>
    public IReadOnlyList<Typeface> FacesFor(string text)
    {
        var needed = text.EnumerateRunes().Select(FaceFor).ToHashSet();
        return [this, .. Fallbacks.Where(needed.Contains)];
    }

    internal bool HasOwnGlyph(Rune character) => _glyphs.ContainsKey(character.Value);

    private Typeface? FaceFor(Rune character) =>
        HasOwnGlyph(character) ? this : Fallbacks.FirstOrDefault(face => face.HasOwnGlyph(character));

    private double OwnAdvance(Rune character) => _advances[_glyphs[character.Value]] / _unitsPerEm;
}
