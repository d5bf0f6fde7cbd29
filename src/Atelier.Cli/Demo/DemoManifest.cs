using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Spectre.Console;

namespace Atelier.Cli.Demo;

/// <summary>One file the demo left behind.</summary>
/// <param name="Seconds">From the request to the finished work it belongs to.</param>
internal sealed record DemoFile(string What, string File, string Sha256, double Seconds);

/// <summary>What was made: `manifest.json` in the demo's folder.</summary>
internal sealed class DemoManifest(string folder)
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };
    private readonly List<DemoFile> _files = [];

    public string PathOf(string file) => Path.Combine(folder, file);

    public void Add(string what, string file, TimeSpan took)
    {
        using var content = File.OpenRead(PathOf(file));
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        _files.Add(new DemoFile(what, file, hash, Math.Round(took.TotalSeconds, 2)));
    }

    public void Save() => File.WriteAllText(PathOf("manifest.json"), JsonSerializer.Serialize(_files, Indented));

    public void Show(TimeSpan total)
    {
        var table = new Table().AddColumns("What", "File", "Size", "SHA-256");
        foreach (var made in _files)
        {
            var size = new FileInfo(PathOf(made.File)).Length / 1024.0;
            table.AddRow(made.What, made.File, $"{size:F0} KB", made.Sha256[..12]);
        }
        AnsiConsole.Write(table);
        AnsiConsole.MarkupLineInterpolated(
            CultureInfo.InvariantCulture,
            $"All made in {total.TotalSeconds:F1} s: {folder}"
        );
    }
}
