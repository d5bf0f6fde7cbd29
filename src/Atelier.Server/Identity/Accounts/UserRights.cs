using Atelier.Audit.Contracts;
using Atelier.Identity.Contracts;
using Atelier.Identity.Sessions;
using Atelier.Platform.Database;
using Atelier.Platform.Errors;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Identity.Accounts;

/// <summary>Changes what a person may do, which holds for their open sessions too. An admin always remains.</summary>
internal sealed class UserRights(IdentityDb db, SessionEnd end, IAuditTrail trail, TimeProvider clock)
{
    /// <summary>Locked, so that two admins cannot demote or delete each other at the same moment.</summary>
    public static async Task<bool> IsLastAdminAsync(IdentityDb db, Guid user, CancellationToken cancel)
    {
        var admins = await db
            .Users.FromSql(
                $"select * from identity.\"user\" where role = 'admin' and disabled_at is null order by id for update"
            )
            .ToListAsync(cancel);
        return admins.All(admin => admin.Id == user);
    }

    public static Problem LastAdmin =>
        Problem.Conflict("last_admin", "The last admin must stay one: make another first.");

    /// <summary>What is null stays as it is.</summary>
    public Task<(User? User, Problem? Problem)> ChangeAsync(
        Guid id,
        string? newRole,
        bool? newDisabled,
        CancellationToken cancel
    ) =>
        db.InTransactionAsync<(User?, Problem?)>(
            async transaction =>
            {
                var isLast = await IsLastAdminAsync(db, id, cancel);
                var user = await db.Users.SingleOrDefaultAsync(u => u.Id == id, cancel);
                if (user is null)
                    return (null, GetUser.Absent);
                var (role, disabled) = (newRole ?? user.Role, newDisabled ?? user.DisabledAt is not null);
                var staysAdmin = role == Roles.Admin && !disabled;
                if (!staysAdmin && isLast)
                    return (null, LastAdmin);
                foreach (var entry in Entries(user, role, disabled))
                    await trail.RecordAsync(transaction, entry, cancel);
                user.Permit(role, disabled, clock.GetUtcNow());
                if (disabled)
                    await end.AllOfAsync(id, "disabled", cancel);
                return (user, null);
            },
            cancel
        );

    private static IEnumerable<AuditEntry> Entries(User user, string role, bool disabled)
    {
        if (role != user.Role)
            yield return AuditEntry.OfUser(AuditActions.RoleChanged, user.Id, new { from = user.Role, to = role });
        if (disabled != user.DisabledAt is not null)
            yield return AuditEntry.OfUser(disabled ? AuditActions.Disabled : AuditActions.Enabled, user.Id);
    }
}
