using System.Globalization;
using System.Text;
using Atelier.Drawing;
using Atelier.Drawing.Characters;
using Atelier.Platform.Errors;
using Atelier.Platform.Processes;

namespace Atelier.Library.Characters;

/// <summary>Draws a character's picture: the same name and noun give the same picture.</summary>
internal sealed class Portrait(CharacterArtist artist)
{
    private const int Side = 512;

    private static readonly string[] Backgrounds = ["#f6d9c8", "#cfe6dc", "#d7dcf2", "#f3e2b3", "#e6d3ec", "#c9e4ef"];

    public async Task<(byte[]? Png, Problem? Refusal)> DrawAsync(string name, string noun, CancellationToken cancel) =>
        await PngOfAsync(Draw(name, noun), cancel);

    /// <summary>Any picture as a PNG: card files of older tools know no other.</summary>
    public static Task<(byte[]? Png, Problem? Refusal)> PngOfAsync(
        string mediaType,
        ReadOnlyMemory<byte> picture,
        CancellationToken cancel
    ) =>
        PngOfAsync(
            $"""
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="{Side}" height="{Side}"><image
             width="{Side}" height="{Side}" preserveAspectRatio="xMidYMid slice"
             xlink:href="data:{mediaType};base64,{Convert.ToBase64String(picture.Span)}"/></svg>
            """,
            cancel
        );

    private static async Task<(byte[]? Png, Problem? Refusal)> PngOfAsync(string svg, CancellationToken cancel)
    {
        var width = Side.ToString(CultureInfo.InvariantCulture);
        var run = await ChildProcess.RunAsync(
            new("rsvg-convert", ["--format=png", $"--width={width}", "--keep-aspect-ratio", "--unlimited"])
            {
                Input = Encoding.UTF8.GetBytes(svg),
            },
            cancel
        );
        return run.Succeeded
            ? (run.Output.ToArray(), null)
            : (null, Problem.Unavailable(run.FailureCode!, run.Failure!));
    }

    private string Draw(string name, string noun)
    {
        var seed = new Seed(1).For("portrait").For(name);
        var sheet = artist.Sheet([new CharacterBrief("one", name, noun)], seed);
        var figure = artist.Draw(sheet, new ActorCue("one", ActorAction.Stand, Mood.Happy));
        var face = figure.Face;
        // Head and shoulders: the face fills a good third of the picture.
        var side = Math.Max(face.Width, face.Height) * 2.4;
        var (x, y) = (face.CentreX - side / 2, face.Y + face.Height / 2 - side * 0.44);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="{Side}" height="{Side}" viewBox="{x:0.##} {y:0.##} {side:0.##} {side:0.##}">
            <rect x="{x:0.##}" y="{y:0.##}" width="{side:0.##}" height="{side:0.##}" fill="{seed.For("ground").Pick(
                Backgrounds
            )}"/>
            {figure.Svg}</svg>
            """
        );
    }
}
