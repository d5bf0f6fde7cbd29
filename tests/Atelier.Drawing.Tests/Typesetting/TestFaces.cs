using Atelier.Drawing.Typesetting;

namespace Atelier.Drawing.Tests.Typesetting;

/// <summary>The faces books are set in; the packages that bring them are named when they are missing.</summary>
internal static class TestFaces
{
    public static Typeface Andika { get; } = Load("andika/Andika-Regular.ttf", "fonts-sil-andika");

    public static Typeface Hebrew { get; } = Load("noto/NotoSansHebrew-Regular.ttf", "fonts-noto-core");

    public static Typeface WithHebrew { get; } = Andika.WithFallbacks([Hebrew]);

    private static Typeface Load(string file, string package)
    {
        var path = Path.Combine("/usr/share/fonts/truetype", file);
        Assert.True(File.Exists(path), $"Install the package {package}: {path} is missing.");
        return Typeface.Load(path);
    }
}
