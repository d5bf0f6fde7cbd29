using Atelier.Projects.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Projects;

internal sealed class ProjectOwners(ProjectsDb db) : IProjects
{
    public Task<Guid?> OwnerOfAsync(Guid id, CancellationToken cancel) =>
        db.Projects.Where(p => p.Id == id).Select(p => (Guid?)p.OwnerId).SingleOrDefaultAsync(cancel);
}
