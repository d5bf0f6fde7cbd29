using Atelier.JobEngine;
using Npgsql;

namespace Atelier.Webhooks.Delivering;

/// <summary>One attempt of one delivery.</summary>
internal sealed record DeliverWebhook(Guid DeliveryId, int Attempt) : IJobPayload
{
    public static string Kind => "webhooks.deliver.v1";
}

/// <summary>
/// Queues attempts. A job of them belongs to its webhook, not to a person: it is in nobody's list, its end is told to
/// nobody, and webhooks take turns. A person's receivers that hang hold a few places and no more.
/// </summary>
internal sealed class DeliveryQueue(JobClient jobs)
{
    public const string Lane = "webhooks";
    public const int Slots = 16; // on each node

    private const int AtOnce = 4; // of one person, over all nodes
    private const int MaxAttempts = 25; // of the job, when the database is away; attempts at the receiver are other jobs

    /// <returns>False when the webhook has too much waiting already: then nothing was queued.</returns>
    public async Task<bool> AddAsync(
        NpgsqlTransaction tx,
        Guid webhook,
        Guid person,
        IReadOnlyList<Guid> deliveries,
        int attempt,
        DateTimeOffset? at,
        CancellationToken cancel
    )
    {
        var options = new JobOptions(
            webhook,
            RunAt: at,
            MaxAttempts: MaxAttempts,
            Limit: new JobLimit($"webhooks:{person}", AtOnce)
        );
        var items = deliveries.Select(id => new JobItem<DeliverWebhook>(new(id, attempt), $"delivery:{id}")).ToList();
        var tickets = await jobs.EnqueueManyAsync(tx, items, options, cancel);
        return tickets.All(ticket => ticket.Refusal is null);
    }
}
