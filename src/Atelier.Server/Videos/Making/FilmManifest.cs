using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Atelier.Drawing.Art;
using Atelier.Videos.Filming;
using Atelier.Videos.Storyboards;

namespace Atelier.Videos.Making;

/// <summary>What travels with a film: enough to make it again, to check it, and to credit it.</summary>
internal sealed record FilmManifest(
    string Statement,
    string DigitalSourceType,
    VideoOrder Order,
    long Seed,
    Storyboard Storyboard,
    string Writer,
    string Renderer,
    string Narrator,
    double? LoudnessLufs,
    string Encoder,
    int Frames,
    IReadOnlyList<string> Segments,
    IReadOnlyList<ManifestFile> Files,
    IReadOnlyList<ArtCredit> Licences
)
{
    private static readonly JsonSerializerOptions Json = new(VideosDb.Json)
    {
        WriteIndented = true,
        NewLine = "\n",
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // a file, not a web page: names stay readable
    };

    public static async Task<string> OfAsync(Footage footage, IReadOnlyList<FilmFile> files, CancellationToken cancel)
    {
        var manifest = new FilmManifest(
            FilmMetadata.StatementOf(footage.Video.Order),
            FilmMetadata.SourceTypeOf(footage.Video.Order),
            footage.Video.Order,
            footage.Video.Seed,
            footage.Script.Board,
            footage.Script.Board.Writer,
            footage.Video.Order.Model,
            footage.Sound.Narrator,
            footage.Sound.Lufs,
            await SegmentEncoder.VersionAsync().WaitAsync(cancel),
            footage.Plan.Frames,
            [.. footage.Segments.Select(segment => segment.Hash)],
            [.. files.Select(file => new ManifestFile(file.Format, file.Sha256, file.Length))],
            footage.Video.Order.Model == VideoOrder.BuiltIn
                ? ArtPack.Licences([$"{ArtPack.Noto}:", $"{ArtPack.Fluent}:"])
                : []
        );
        return JsonSerializer.Serialize(manifest, Json);
    }
}

internal sealed record ManifestFile(string Format, string Sha256, long Bytes);
