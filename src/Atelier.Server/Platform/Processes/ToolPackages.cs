namespace Atelier.Platform.Processes;

/// <summary>Which Debian package brings which tool.</summary>
internal static class ToolPackages
{
    private static readonly Dictionary<string, string> Packages = new()
    {
        ["rsvg-convert"] = "librsvg2-bin",
        ["hb-subset"] = "libharfbuzz-bin",
        ["pdfimages"] = "poppler-utils",
        ["pdftotext"] = "poppler-utils",
        ["pdfinfo"] = "poppler-utils",
        ["pdffonts"] = "poppler-utils",
        ["mutool"] = "mupdf-tools",
        ["gs"] = "ghostscript",
        ["exiftool"] = "libimage-exiftool-perl",
        ["setpriv"] = "util-linux",
        ["prlimit"] = "util-linux",
    };

    public static string For(string tool) => Packages.GetValueOrDefault(tool, tool);

    /// <summary>The file that would run, or null when the tool is not installed.</summary>
    public static string? Find(string tool)
    {
        if (Path.IsPathRooted(tool))
            return File.Exists(tool) ? tool : null;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin:/bin").Split(Path.PathSeparator);
        return folders.Select(folder => Path.Combine(folder, tool)).FirstOrDefault(File.Exists);
    }
}
