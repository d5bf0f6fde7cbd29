using System.ComponentModel.DataAnnotations;
using Atelier.Audit.Contracts;
using Atelier.Identity.Contracts;
using Atelier.Identity.Sessions;
using Atelier.Platform.Database;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Identity.Accounts;

/// <summary>What is absent stays as it is.</summary>
public sealed record ChangeUserRequest(
    [property: RegularExpression("admin|moderator|user", ErrorMessage = "The role must be admin, moderator or user.")]
        string? Role = null,
    bool? Disabled = null
);

/// <summary>Changes what a person may do, which holds for their open sessions too. An admin always remains.</summary>
internal static class ChangeUser
{
    public static async Task<Results<Ok<UserDetailView>, ProblemHttpResult>> Patch(
        Guid userId,
        ChangeUserRequest request,
        IdentityDb db,
        SessionEnd end,
        IAuditTrail trail,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        var (view, problem) = await db.InTransactionAsync<(UserDetailView?, Problem?)>(
            async transaction =>
            {
                // Locked, so that two admins cannot demote each other at the same moment.
                var admins = await db
                    .Users.FromSql(
                        $"select * from identity.\"user\" where role = 'admin' and disabled_at is null order by id for update"
                    )
                    .ToListAsync(cancel);
                var user = await db.Users.SingleOrDefaultAsync(u => u.Id == userId, cancel);
                if (user is null)
                    return (null, GetUser.Absent);
                var (role, disabled) = (request.Role ?? user.Role, request.Disabled ?? user.DisabledAt is not null);
                var staysAdmin = role == Roles.Admin && !disabled;
                if (!staysAdmin && admins.All(admin => admin.Id == userId))
                    return (null, Problem.Conflict("last_admin", "The last admin must stay one: make another first."));
                foreach (var entry in Entries(user, role, disabled))
                    await trail.RecordAsync(transaction, entry, cancel);
                user.Permit(role, disabled, clock.GetUtcNow());
                if (disabled)
                    await end.AllOfAsync(userId, "disabled", cancel);
                return (UserDetailView.Of(user), null);
            },
            cancel
        );
        return view is null ? problem!.ToHttp() : TypedResults.Ok(view);
    }

    private static IEnumerable<AuditEntry> Entries(User user, string role, bool disabled)
    {
        if (role != user.Role)
            yield return AuditEntry.OfUser(AuditActions.RoleChanged, user.Id, new { from = user.Role, to = role });
        if (disabled != user.DisabledAt is not null)
            yield return AuditEntry.OfUser(disabled ? AuditActions.Disabled : AuditActions.Enabled, user.Id);
    }
}
