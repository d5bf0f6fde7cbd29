namespace Atelier.Campaigns;

/// <summary>States as lists are asked for them, in the words of their answers.</summary>
internal static class StateWords
{
    public const string OfCampaigns =
        "draft|scheduled|queued|running|pausing|paused|awaitingReview|budgetExceeded|cancelling|cancelled|failed|completed";

    public const string OfComments = "drafting|ready|needsWork|blocked|approved|rejected";

    public static T? Read<T>(string? word)
        where T : struct, Enum => word is null ? null : Enum.Parse<T>(word, ignoreCase: true);
}
