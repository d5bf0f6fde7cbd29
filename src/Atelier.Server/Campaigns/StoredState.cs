using System.Text.Json;

namespace Atelier.Campaigns;

/// <summary>States as columns hold them: <c>awaiting_review</c>.</summary>
internal static class StoredState
{
    public static string Write<T>(T state)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(state.ToString());

    public static CampaignState Read(string text) => Read<CampaignState>(text);

    public static T Read<T>(string text)
        where T : struct, Enum => Enum.Parse<T>(text.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
}
