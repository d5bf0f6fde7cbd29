using Atelier.JobEngine.Schedules;
using Atelier.Platform.Http;

namespace Atelier.Jobs.Schedules;

internal sealed class ScheduleOwners(JobSchedules schedules) : IOwnerLookup
{
    public Task<Guid?> OwnerOfAsync(Guid id, CancellationToken cancel) => schedules.OwnerOfAsync(id, cancel);
}
