using System.Text.Json.Nodes;
using Atelier.Identity.Contracts;
using Atelier.JobEngine;
using Atelier.JobEngine.Schedules;
using Atelier.Jobs.Batches;
using Npgsql;

namespace Atelier.Jobs.Schedules;

/// <summary>Orders the work of a schedule as its owner would, by the rules of that moment.</summary>
internal sealed class StartScheduledWork(BatchDesk desk, IPeople people) : IScheduledWork
{
    public async Task<ScheduledStart> StartAsync(
        NpgsqlTransaction transaction,
        Schedule schedule,
        CancellationToken cancel
    )
    {
        if (!await people.IsActiveAsync(schedule.OwnerId, cancel))
            return new(null, null, "The account is disabled.");
        if (desk.Find(schedule.Plan.Kind) is not { Work: { } work })
            return new(null, null, "This kind of work is not made here any more.");
        JsonObject[] items = [JsonObject.Create(schedule.Plan.Request)!];
        var problems = await work.CheckAsync(schedule.OwnerId, items, cancel);
        if (problems.Count > 0)
            return new(null, null, string.Join(' ', problems.Select(p => $"{p.Field}: {p.Message}")));
        var order = await work.OrderAsync(transaction, new JobOptions(schedule.OwnerId), items, cancel);
        return order.Refusal is { } refusal
            ? new(null, null, refusal.Message)
            : new(order.Works[0].WorkId, order.Works[0].JobId);
    }
}
