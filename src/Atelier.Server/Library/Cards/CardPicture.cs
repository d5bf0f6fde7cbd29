using System.Text;
using System.Text.Json.Nodes;
using Atelier.Library.Cards.Containers;

namespace Atelier.Library.Cards;

/// <summary>The picture that shows a card's character.</summary>
internal static class CardPicture
{
    private const string DataUri = "data:";
    private const string MainPath = "assets/icon/images/main";

    /// <summary>The main icon where the card carries it, otherwise the picture the card came in.</summary>
    public static ReadOnlyMemory<byte>? Of(CharacterCard card, Contents contents, List<CardWarning> warnings)
    {
        var files = contents.Files.ToDictionary(file => file.Path, file => file.Content, StringComparer.Ordinal);
        var icon = MainIcon(card);
        var carried = icon is null ? null : Carried(CardJson.Text(icon["uri"]) ?? "", files, warnings);
        var picture = carried ?? contents.Picture;
        if (picture is not { } found)
            return null;
        if (IsUsable(found))
            return found;
        warnings.Add(
            new(CardDeviation.PictureUnusable, "The card's picture is damaged, or of a kind that is not shown.")
        );
        return null;
    }

    /// <summary>A card for an archive: its picture travels in it as the main icon.</summary>
    public static IReadOnlyList<CardFile> Pack(
        JsonObject root,
        IReadOnlyList<CardFile> files,
        ReadOnlyMemory<byte> picture
    )
    {
        var ending = Pictures.TypeOf(picture.Span) switch
        {
            "image/jpeg" => "jpg",
            "image/webp" => "webp",
            _ => "png",
        };
        var path = $"{MainPath}.{ending}";
        Point(root["data"]!.AsObject(), AssetMending.Embedded + path, ending);
        return [.. files.Where(file => file.Path != path), new CardFile(path, picture)];
    }

    /// <summary>A card that stands alone: all it carries is written into it.</summary>
    public static void Inline(JsonObject root, IReadOnlyList<CardFile> files, ReadOnlyMemory<byte>? picture)
    {
        if (root["data"] is not JsonObject data)
            return; // V1 has no files
        if (picture is { } shown && Pictures.TypeOf(shown.Span) is { } type)
            Point(data, UriOf(type, shown), type["image/".Length..]);
        foreach (var asset in (data["assets"] as JsonArray ?? []).OfType<JsonObject>())
            if (
                CardJson.Text(asset["uri"]) is { } uri
                && uri.StartsWith(AssetMending.Embedded, StringComparison.Ordinal)
                && files.FirstOrDefault(file => file.Path == uri[AssetMending.Embedded.Length..]) is { } file
            )
                asset["uri"] = UriOf(Pictures.TypeOf(file.Content.Span) ?? "application/octet-stream", file.Content);
    }

    public static bool IsUsable(ReadOnlyMemory<byte> picture)
    {
        if (picture.Length > CardLimits.EntryBytes)
            return false;
        switch (Pictures.TypeOf(picture.Span))
        {
            case "image/png":
                try
                {
                    return PngFile.Read(picture).Count > 1;
                }
                catch (UnusableCard)
                {
                    return false;
                }
            case "image/jpeg":
                return Pictures.SizeOfJpeg(picture.Span) is ({ } width and > 0, { } height and > 0)
                    && width <= CardLimits.PictureSide
                    && height <= CardLimits.PictureSide;
            case "image/webp":
                return true;
            default:
                return false;
        }
    }

    private static JsonObject? MainIcon(CharacterCard card)
    {
        var icons = card.Assets.Where(asset => CardJson.Text(asset["type"]) == "icon").ToList();
        return icons.Find(asset => CardJson.Text(asset["name"]) == "main") ?? icons.FirstOrDefault();
    }

    private static ReadOnlyMemory<byte>? Carried(
        string uri,
        Dictionary<string, ReadOnlyMemory<byte>> files,
        List<CardWarning> warnings
    )
    {
        if (uri.StartsWith(AssetMending.Embedded, StringComparison.Ordinal))
        {
            if (files.TryGetValue(uri[AssetMending.Embedded.Length..], out var file))
                return file;
            warnings.Add(new(CardDeviation.AssetMissing, "The card names a picture that is not in it."));
            return null;
        }
        var comma = uri.IndexOf(',', StringComparison.Ordinal);
        if (!uri.StartsWith(DataUri, StringComparison.OrdinalIgnoreCase) || comma < 0)
            return null;
        var bytes = new byte[(uri.Length - comma) / 4 * 3 + 3];
        return Convert.TryFromBase64Chars(uri.AsSpan(comma + 1), bytes, out var length)
            ? bytes.AsMemory(0, length)
            : null;
    }

    private static void Point(JsonObject data, string uri, string ending)
    {
        if (data["assets"] is not JsonArray assets)
            data["assets"] = assets = [];
        var main = assets
            .OfType<JsonObject>()
            .FirstOrDefault(asset => CardJson.Text(asset["type"]) == "icon" && CardJson.Text(asset["name"]) == "main");
        if (main is null)
            assets.Insert(0, main = new JsonObject { ["type"] = "icon", ["name"] = "main" });
        (main["uri"], main["ext"]) = (uri, ending);
    }

    private static string UriOf(string type, ReadOnlyMemory<byte> content) =>
        new StringBuilder($"{DataUri}{type};base64,").Append(Convert.ToBase64String(content.Span)).ToString();
}
