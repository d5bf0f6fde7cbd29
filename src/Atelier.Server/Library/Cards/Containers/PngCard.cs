using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;

namespace Atelier.Library.Cards.Containers;

/// <summary>A card in the tEXt chunks of a PNG or APNG: <c>ccv3</c> before <c>chara</c>.</summary>
internal static class PngCard
{
    private const string NewKeyword = "ccv3";
    private const string OldKeyword = "chara";
    private const string AssetKeyword = "chara-ext-asset_";

    public static Contents Read(ReadOnlyMemory<byte> file, List<CardWarning> warnings)
    {
        var chunks = PngFile.Read(file);
        var (cards, files, rest) = (
            new Dictionary<string, ReadOnlyMemory<byte>>(),
            new List<CardFile>(),
            new List<PngChunk>()
        );
        foreach (var chunk in chunks)
        {
            if (chunk.Words() is not var (keyword, text))
                rest.Add(chunk);
            else if (keyword.StartsWith(AssetKeyword, StringComparison.OrdinalIgnoreCase))
                Asset(keyword, text, files, warnings);
            else if (keyword.ToLowerInvariant() is NewKeyword or OldKeyword)
            {
                if (keyword is not (NewKeyword or OldKeyword))
                    warnings.Add(new(CardDeviation.KeywordCase, $"The card's keyword is written \"{keyword}\"."));
                if (chunk.Damaged)
                    warnings.Add(new(CardDeviation.ChecksumWrong, "The checksum of the card in the picture is wrong."));
                cards[keyword.ToLowerInvariant()] = text; // of two with one name the later one was added last
            }
            else
                rest.Add(chunk);
        }
        if (!cards.TryGetValue(NewKeyword, out var card) && !cards.TryGetValue(OldKeyword, out card))
            throw new UnusableCard("no_character_data", "There is no character in this picture.");
        return new(CardJson.Read(Decoded(card, warnings), warnings), files, PngFile.Write(rest), CardContainer.Png);
    }

    /// <summary>Takes the place of a card that is in the picture already.</summary>
    public static byte[] Write(ReadOnlyMemory<byte> picture, JsonObject? v3, JsonObject old)
    {
        var chunks = PngFile.Read(picture).Where(chunk => !IsCard(chunk)).ToList();
        List<PngChunk> cards = [PngFile.Text(OldKeyword, Encoded(old))];
        if (v3 is not null)
            cards.Add(PngFile.Text(NewKeyword, Encoded(v3)));
        chunks.InsertRange(chunks.Count - 1, cards);
        return PngFile.Write(chunks);
    }

    private static bool IsCard(PngChunk chunk) =>
        chunk.Words() is var (keyword, _)
        && (
            keyword.ToLowerInvariant() is NewKeyword or OldKeyword
            || keyword.StartsWith(AssetKeyword, StringComparison.OrdinalIgnoreCase)
        );

    private static byte[] Encoded(JsonObject card) =>
        Encoding.ASCII.GetBytes(Convert.ToBase64String(CardJson.WriteBytes(card)));

    private static ReadOnlyMemory<byte> Decoded(ReadOnlyMemory<byte> text, List<CardWarning> warnings)
    {
        if (text.Span.StartsWith("rcc||"u8))
            return text; // told apart by what reads it
        if (text.Span.TrimStart(" \r\n\t"u8).StartsWith("{"u8))
        {
            warnings.Add(new(CardDeviation.NotEncoded, "The card stands in the picture as it is, not as base64."));
            return text;
        }
        return Bytes(text) ?? throw new UnusableCard("card_malformed", "The card in the picture is not base64.");
    }

    private static byte[]? Bytes(ReadOnlyMemory<byte> text)
    {
        if (Base64.GetMaxDecodedFromUtf8Length(text.Length) > CardLimits.EntryBytes)
            throw new UnusableCard("card_too_large", "A part of the card is larger than 16 MiB.");
        try
        {
            return Convert.FromBase64String(Encoding.Latin1.GetString(text.Span).TrimEnd('\0'));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static void Asset(
        string keyword,
        ReadOnlyMemory<byte> text,
        List<CardFile> files,
        List<CardWarning> warnings
    )
    {
        var path = keyword[AssetKeyword.Length..];
        if (path.StartsWith(':'))
            path = path[1..];
        else
            Once(warnings, CardDeviation.AssetChunkWithoutColon, "A file in the picture is named without a colon.");
        Once(warnings, CardDeviation.OldAssetChunk, "Files stand in the picture in a way that is no longer written.");
        if (files.Count >= CardLimits.ArchiveEntries)
            throw new UnusableCard("card_too_large", "More than 512 files travel with the card.");
        if (Bytes(text) is not { } content)
            Once(warnings, CardDeviation.PictureUnusable, "A file in the picture is not base64 and was left out.");
        else if (files.All(file => file.Path != path))
            files.Add(new(FilePaths.Checked(path), content));
    }

    private static void Once(List<CardWarning> warnings, CardDeviation kind, string detail)
    {
        if (warnings.All(warning => warning.Kind != kind))
            warnings.Add(new(kind, detail));
    }
}
