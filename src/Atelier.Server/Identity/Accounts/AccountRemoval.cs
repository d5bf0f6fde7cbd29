using Atelier.Audit.Contracts;
using Atelier.Identity.Contracts;
using Atelier.Identity.Sessions;
using Atelier.Platform.Database;
using Atelier.Platform.Errors;
using Atelier.Platform.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Identity.Accounts;

/// <summary>
/// Deletes a person with all they own, in one commit over all modules: nobody sees half of it. Running jobs are told to
/// stop; their rows and the files that nothing refers to any more go a little later.
/// </summary>
internal sealed class AccountRemoval(IdentityDb db, IEnumerable<IPersonalData> modules, IAuditTrail trail)
{
    /// <returns>Null when the person is gone.</returns>
    public async Task<Problem?> RunAsync(Guid person, CancellationToken cancel)
    {
        return await db.InTransactionAsync<Problem?>(
            async transaction =>
            {
                var isLast = await UserRights.IsLastAdminAsync(db, person, cancel);
                var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == person, cancel);
                if (user is null)
                    return GetUser.Absent;
                if (isLast && user.Role == Roles.Admin)
                    return UserRights.LastAdmin;
                await trail.RecordAsync(transaction, AuditEntry.OfUser(AuditActions.Deleted, person), cancel);
                foreach (var module in modules)
                    await module.RemoveAsync(transaction, person, cancel);
                return null;
            },
            cancel
        );
    }
}
