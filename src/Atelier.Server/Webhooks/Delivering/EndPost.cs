using Atelier.JobEngine;
using Atelier.Jobs.Contracts;
using Npgsql;

namespace Atelier.Webhooks.Delivering;

/// <summary>Turns the ends of jobs into deliveries to the webhooks that want to hear of them.</summary>
internal sealed class EndPost(IBatches batches, Letters letters)
{
    /// <summary>What was told before, by job and seq, is not told again.</summary>
    public async Task TellAsync(NpgsqlTransaction tx, IReadOnlyList<JobEvent> ends, CancellationToken cancel)
    {
        var listeners = await Letters.ListenersAsync(tx, ends.Select(end => end.OwnerId), cancel);
        var written = new List<Letter>();
        foreach (var end in ends)
        foreach (var hook in listeners[end.OwnerId])
            if (hook.Wants(WebhookEvents.OfJob(end.Type), end.ProjectId) && hook.Since <= end.At)
                written.Add(
                    new(hook.Id, WebhookEvents.OfJob(end.Type), $"{end.JobId}:{end.Seq}", DeliveryBody.OfJob(end))
                );
        written.AddRange(await OfBatchesAsync(ends, listeners, cancel));
        await letters.WriteAsync(tx, written, listeners, cancel);
    }

    /// <summary>A batch is finished when none of its jobs is left; retried and finished again, it is told again.</summary>
    private async Task<List<Letter>> OfBatchesAsync(
        IReadOnlyList<JobEvent> ends,
        ILookup<Guid, Listener> listeners,
        CancellationToken cancel
    )
    {
        var written = new List<Letter>();
        foreach (var (owner, batch) in ends.Select(end => (end.OwnerId, end.BatchId)).Distinct())
        {
            var hooks = listeners[owner].Where(hook => hook.Events.Contains(WebhookEvents.BatchFinished)).ToList();
            if (batch is not { } id || hooks.Count == 0)
                continue;
            if (await batches.GetAsync(id, cancel) is not { FinishedAt: { } finished } view)
                continue;
            var body = DeliveryBody.Of(WebhookEvents.BatchFinished, finished, view);
            written.AddRange(
                hooks
                    .Where(hook => hook.Since <= finished)
                    .Select(hook => new Letter(
                        hook.Id,
                        WebhookEvents.BatchFinished,
                        $"batch:{id}:{finished.UtcTicks}",
                        body
                    ))
            );
        }
        return written;
    }
}
