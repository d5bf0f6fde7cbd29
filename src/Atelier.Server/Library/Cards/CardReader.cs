using Atelier.Library.Cards.Containers;
using Atelier.Platform.Errors;

namespace Atelier.Library.Cards;

/// <summary>Reads a card in whatever it comes: told by its first bytes, never by its name.</summary>
internal static class CardReader
{
    /// <returns>The card, or why it is refused (422).</returns>
    public static (CardReading? Reading, Problem? Refusal) Read(ReadOnlyMemory<byte> file)
    {
        try
        {
            return (Open(file), null);
        }
        catch (UnusableCard refused)
        {
            return (null, refused.Problem);
        }
    }

    private static CardReading Open(ReadOnlyMemory<byte> file)
    {
        if (file.Length > CardLimits.FileBytes)
            throw new UnusableCard("card_too_large", "The file is larger than 32 MiB.");
        var warnings = new List<CardWarning>();
        var contents = Contents(file, warnings);
        var (card, spec) = new CardMending(contents.Card, warnings).Run();
        return new(card, spec, contents.Container, warnings, contents.Files, CardPicture.Of(card, contents, warnings));
    }

    private static Contents Contents(ReadOnlyMemory<byte> file, List<CardWarning> warnings)
    {
        var bytes = file.Span;
        if (PngFile.IsPng(bytes))
            return PngCard.Read(file, warnings);
        if (ZipDirectory.IsZip(bytes))
            return CharxCard.Read(file, warnings);
        if (Pictures.IsJpeg(bytes))
            return BehindPicture(file, warnings);
        if (Pictures.TypeOf(bytes) is not null)
            throw new UnusableCard("no_character_data", "There is no character in this picture.");
        if (!bytes.TrimStart("\uFEFF \r\n\t"u8).StartsWith("{"u8) && !bytes.StartsWith("rcc||"u8))
            throw new UnusableCard("card_unknown", "This is neither a PNG, a CHARX archive, a JPEG nor JSON.");
        return new(CardJson.Read(file, warnings), [], null, CardContainer.Json);
    }

    private static Contents BehindPicture(ReadOnlyMemory<byte> file, List<CardWarning> warnings)
    {
        if (file.Span.LastIndexOf("PK\u0005\u0006"u8) < 0)
            throw new UnusableCard("no_character_data", "There is no character in this picture.");
        var archive = ZipDirectory.Check(file);
        var contents = CharxCard.Read(archive, warnings);
        warnings.Add(new(CardDeviation.BehindPicture, "The card stands behind a JPEG picture."));
        // Some archives count their offsets from the picture's beginning: those are the whole file.
        var start =
            archive.Length == file.Length ? file.Span.IndexOf("PK\u0003\u0004"u8) : file.Length - archive.Length;
        var picture = file[..Math.Max(0, start)];
        return contents with { Container = CardContainer.Jpeg, Picture = picture.IsEmpty ? null : picture };
    }
}
