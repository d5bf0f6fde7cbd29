using System.Data.Common;
using Atelier.Webhooks.Contracts;
using Npgsql;

namespace Atelier.Webhooks.Delivering;

/// <summary>Turns news of other modules into deliveries.</summary>
internal sealed class NewsPost(Letters letters) : IWebhookPost
{
    public async Task TellAsync(DbTransaction transaction, WebhookNews news, CancellationToken cancel)
    {
        var tx = (NpgsqlTransaction)transaction;
        var listeners = await Letters.ListenersAsync(tx, [news.OwnerId], cancel);
        var wanted = listeners[news.OwnerId].Where(hook => hook.Wants(news.Event, news.ProjectId)).ToList();
        if (wanted.Count == 0)
            return;
        var body = DeliveryBody.Of(news.Event, news.At, news.Data);
        await letters.WriteAsync(
            tx,
            [.. wanted.Select(hook => new Letter(hook.Id, news.Event, news.Source, body))],
            listeners,
            cancel
        );
    }
}
