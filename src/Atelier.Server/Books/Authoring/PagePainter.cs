using System.Globalization;
using System.Text;
using Atelier.Drawing;
using Atelier.Generation;

namespace Atelier.Books.Authoring;

/// <summary>A picture an image model painted for one page, or why there is none.</summary>
/// <param name="Svg">A fragment that fills the sheet; null when the built-in illustrator must draw the page.</param>
/// <param name="Notes">What a person should know: a fallback, a resolution too low for print.</param>
internal sealed record PaintedPage(string? Svg, IReadOnlyList<string> Notes);

/// <summary>Has an image model paint a page.</summary>
internal sealed class PagePainter(IImageModel model)
{
    private const int PrintResolution = 300; // pixels per inch that printers ask for

    public string Name => model.Name;

    public async Task<PaintedPage> PaintAsync(
        Manuscript book,
        ManuscriptPage page,
        PageFrame frame,
        Budget budget,
        CancellationToken cancel
    )
    {
        var answer = await model.DrawAsync(
            new PictureRequest(Prompt(book, page), frame.Width / frame.Height),
            budget,
            cancel
        );
        if (answer.Value is not { MediaType: "image/png" or "image/jpeg" } picture)
        {
            var why = answer.Failure?.Detail ?? "It sent a kind of picture that cannot be printed.";
            return new(
                null,
                [
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"Page {page.Number} was drawn by the built-in illustrator, because {model.Name} could not: {why}"
                    ),
                ]
            );
        }
        var resolution = Math.Min(picture.AskedWidth / (frame.Width / 72), picture.AskedHeight / (frame.Height / 72));
        return new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"<image x=\"0\" y=\"0\" width=\"{frame.Width:0.##}\" height=\"{frame.Height:0.##}\" preserveAspectRatio=\"xMidYMid slice\" href=\"data:{picture.MediaType};base64,{Convert.ToBase64String(picture.Bytes)}\"/>"
            ),
            resolution >= PrintResolution
                ? []
                :
                [
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The picture of page {page.Number} has {resolution:0} pixels per inch; printers ask for {PrintResolution}."
                    ),
                ]
        );
    }

    internal static string Prompt(Manuscript book, ManuscriptPage page)
    {
        var scene = page.Picture;
        var prompt = new StringBuilder(
            "A full-page picture for a children's picture book, soft flat colours, gentle and friendly, no words or letters anywhere. "
        );
        prompt.Append(page.AltText.TrimEnd('.')).Append(". ");
        prompt.Append(
            CultureInfo.InvariantCulture,
            $"Place: {scene.Setting}, {scene.Time}, weather {scene.Weather}, {scene.Shot} view. "
        );
        foreach (var actor in scene.Actors)
            if (book.Cast.FirstOrDefault(character => character.Id == actor.CharacterId) is { } character)
                prompt.Append(
                    CultureInfo.InvariantCulture,
                    $"{character.Name} is a {character.Noun}, looks the same on every page, {actor.Mood}, {actor.Action}. "
                );
        return prompt.Append("Keep the lower third calm, words will stand there.").ToString();
    }
}
