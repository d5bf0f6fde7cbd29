using System.Text.Json.Nodes;

namespace Atelier.Library.Cards;

/// <summary>The pictures and sounds a card names. Nothing is ever fetched: an address may be meant for somebody inside.</summary>
internal sealed class AssetMending(JsonObject data, List<CardWarning> warnings, Action<JsonObject, string> keep)
{
    public const string Embedded = "embeded://"; // as the specification spells it
    public const string Standard = "ccdefault:";

    /// <summary>How a V3 card in a PNG names its chunks; told as embedded here.</summary>
    private const string InChunk = "__asset:";

    public void Run()
    {
        if (!data.ContainsKey("assets"))
            return;
        if (data["assets"] is not JsonArray assets)
        {
            keep(data, "assets");
            return;
        }
        foreach (var asset in assets.OfType<JsonObject>())
        {
            var uri = CardJson.Text(asset["uri"]) ?? "";
            if (uri.StartsWith(InChunk, StringComparison.Ordinal))
                asset["uri"] = Embedded + uri[InChunk.Length..];
            else if (uri.StartsWith("http", StringComparison.OrdinalIgnoreCase))
                Once(CardDeviation.RemoteAsset, "The card names files on other servers; they are not fetched.");
        }
        if (Mains(assets, "icon") is { All: > 1, Main: not 1 } || Mains(assets, "background") is { Main: > 1 })
            Once(CardDeviation.AssetsAmbiguous, "The card does not say which of its pictures is the main one.");
    }

    private static (int All, int Main) Mains(JsonArray assets, string type)
    {
        var same = assets.OfType<JsonObject>().Where(asset => CardJson.Text(asset["type"]) == type).ToList();
        return (same.Count, same.Count(asset => CardJson.Text(asset["name"]) == "main"));
    }

    private void Once(CardDeviation kind, string detail)
    {
        if (warnings.All(warning => warning.Kind != kind))
            warnings.Add(new(kind, detail));
    }
}
