namespace Atelier.Webhooks;

/// <summary>What a webhook can be told. The names are part of the API.</summary>
internal static class WebhookEvents
{
    public const string BatchFinished = "batch.finished";
    public const string Test = "webhook.test";

    public static IReadOnlyList<string> All { get; } =
    [
        OfJob("succeeded"),
        OfJob("failed"),
        OfJob("cancelled"),
        BatchFinished,
        "campaign.awaiting_review",
        "campaign.budget_exceeded",
        "campaign.completed",
    ];

    public static string OfJob(string end) => "job." + end;

    /// <returns>What is wrong with a list of them; null when nothing is.</returns>
    public static string? Check(IReadOnlyList<string> events, bool hasProject) =>
        events.FirstOrDefault(name => !All.Contains(name)) is not null
            ? $"There is no such event. There are {string.Join(", ", All)}."
        : hasProject && events.Contains(BatchFinished)
            ? "A batch has no project: leave the project out to hear of batches."
        : null;
}
