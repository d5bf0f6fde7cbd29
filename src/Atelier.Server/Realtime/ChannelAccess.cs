using Atelier.Identity.Contracts;
using Atelier.JobEngine;
using Atelier.Jobs.Contracts;
using Atelier.Platform.Errors;
using Atelier.Platform.Http;
using Atelier.Projects.Contracts;

namespace Atelier.Realtime;

/// <summary>Says whose a channel is: the person's own, their job's, their batch's or their project's.</summary>
internal sealed class ChannelAccess(JobClient jobs, IBatches batches, IProjects projects)
{
    /// <returns>Null when the person may listen.</returns>
    public async Task<Problem?> RefuseAsync(Channel channel, CurrentUser user, CancellationToken cancel) =>
        channel.Kind switch
        {
            ChannelKind.Job => Ownership.Judge(await jobs.OwnerOfAsync(channel.Id, cancel), user.Id, "job"),
            ChannelKind.Batch => Ownership.Judge(await batches.OwnerOfAsync(channel.Id, cancel), user.Id, "batch"),
            ChannelKind.Project => Ownership.Judge(await projects.OwnerOfAsync(channel.Id, cancel), user.Id, "project"),
            _ => channel.Id == user.Id ? null : Problem.Forbidden(detail: "This is somebody else's channel."),
        };
}
