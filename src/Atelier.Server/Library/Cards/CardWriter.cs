using Atelier.Library.Cards.Containers;

namespace Atelier.Library.Cards;

/// <summary>What a card is saved as.</summary>
public enum CardFormat
{
    Json,
    Png,
    Charx,
}

/// <summary>Writes a card in the shape of any generation, in any container.</summary>
internal static class CardWriter
{
    /// <summary>A picture larger than this is not written into JSON.</summary>
    private const int LargestInline = 4 << 20;

    /// <param name="picture">For <see cref="CardFormat.Png"/> it must be a PNG.</param>
    public static byte[] Write(
        CharacterCard card,
        CardFormat format,
        CardSpec spec,
        IReadOnlyList<CardFile> files,
        ReadOnlyMemory<byte>? picture
    )
    {
        var root = CardShapes.Of(card, spec);
        switch (format)
        {
            case CardFormat.Charx:
                return CharxCard.Write(
                    root,
                    picture is { } icon && spec is not CardSpec.V1 ? CardPicture.Pack(root, files, icon) : files
                );
            case CardFormat.Png:
                CardPicture.Inline(root, files, picture: null); // the file itself is the picture
                return spec is CardSpec.V3
                    ? PngCard.Write(picture!.Value, root, CardShapes.Backfill(card))
                    : PngCard.Write(picture!.Value, v3: null, root);
            default:
                var inline = spec is CardSpec.V3 && picture is { Length: <= LargestInline };
                CardPicture.Inline(root, files, inline ? picture : null);
                return CardJson.WriteBytes(root);
        }
    }
}
