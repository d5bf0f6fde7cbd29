using Atelier.Books.Publishing.Pages;
using Atelier.Drawing.Typesetting;
using Atelier.Platform.Processes;

namespace Atelier.Books.Publishing.Ebook;

/// <summary>A face as an e-book carries it.</summary>
internal sealed record EmbeddedFace(string Family, int Weight, string FileName, byte[] Bytes)
{
    public string MediaType => FileName.EndsWith(".otf", StringComparison.OrdinalIgnoreCase) ? "font/otf" : "font/ttf";
}

/// <summary>
/// The faces the pages use, reduced to the characters in the book where hb-subset is installed, whole where it is not.
/// </summary>
internal static class EpubFonts
{
    public static async Task<IReadOnlyList<EmbeddedFace>> EmbedAsync(
        IReadOnlyList<ComposedPage> pages,
        StagedFolder work,
        CancellationToken cancel
    )
    {
        var texts = pages.SelectMany(page => page.Texts).Where(text => text.Role is not TextRole.Folio).ToArray();
        var faces = texts
            .SelectMany(text => text.Block.Face.FacesFor(text.Text).Select(face => (face.Path, face, text.Text)))
            .GroupBy(use => use.Path)
            .OrderBy(group => group.Key, StringComparer.Ordinal);
        var embedded = new List<EmbeddedFace>();
        foreach (var uses in faces)
        {
            var characters = uses.SelectMany(use => use.Text.EnumerateRunes()).Append(new(' ')).Distinct().Order();
            var face = uses.First().face;
            var bytes = await SubsetAsync(face, characters.Select(rune => $"{rune.Value:X}"), work, cancel);
            embedded.Add(new EmbeddedFace(face.Family, face.Weight, Path.GetFileName(face.Path), bytes));
        }

        return embedded;
    }

    private static async Task<byte[]> SubsetAsync(
        Typeface face,
        IEnumerable<string> codePoints,
        StagedFolder work,
        CancellationToken cancel
    )
    {
        const string subset = "subset.font";
        var run = await ChildProcess.RunAsync(
            new("hb-subset", [$"--unicodes={string.Join(',', codePoints)}", $"--output-file={subset}", face.Path])
            {
                WorkingFolder = work.Path,
            },
            cancel
        );
        if (!run.Succeeded)
            return await File.ReadAllBytesAsync(face.Path, cancel);
        var bytes = await File.ReadAllBytesAsync(work.At(subset), cancel);
        File.Delete(work.At(subset));
        return bytes;
    }
}
