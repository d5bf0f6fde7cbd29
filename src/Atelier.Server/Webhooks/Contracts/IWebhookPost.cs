using System.Data.Common;

namespace Atelier.Webhooks.Contracts;

/// <summary>Something other than the end of a job that people's own servers may want to hear of.</summary>
/// <param name="Event">As people name it when they make a webhook.</param>
/// <param name="Source">Names what happened: each webhook is told of it once.</param>
/// <param name="Data">Sent as the API would answer it.</param>
internal sealed record WebhookNews(
    string Event,
    Guid OwnerId,
    Guid? ProjectId,
    string Source,
    DateTimeOffset At,
    object Data
);

internal interface IWebhookPost
{
    /// <summary>Told if the caller's transaction commits, to whoever listens at this moment.</summary>
    Task TellAsync(DbTransaction transaction, WebhookNews news, CancellationToken cancel);
}
