using Atelier.Audit.Contracts;
using Atelier.Identity.Contracts;
using Atelier.Identity.Passwords;
using Atelier.Platform;
using Atelier.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Identity.Accounts;

/// <summary>A studio without an admin gets an admin, whose one-time password is printed once and stored nowhere.</summary>
internal sealed class FirstAdmin(IServiceScopeFactory scopes, TimeProvider clock) : IStartStep
{
    public const string Email = "admin@atelier.local";

    public async Task RunAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        if (await db.Users.AnyAsync(u => u.Role == Roles.Admin, cancel))
            return;
        var password = OneTimePassword.New();
        var admin = User.Create(Email, "Admin", PasswordHash.Make(password), Roles.Admin, true, clock.GetUtcNow());
        var trail = scope.ServiceProvider.GetRequiredService<IAuditTrail>();
        db.Users.Add(admin);
        try
        {
            await db.InTransactionAsync(
                async transaction =>
                {
                    var entry = AuditEntry.OfUser(AuditActions.Created, admin.Id, new { by = "first_start" });
                    await trail.RecordAsync(transaction, entry, cancel);
                    return admin;
                },
                cancel
            );
        }
        catch (DbUpdateException e) when (e.IsDuplicate())
        {
            return; // another node starting at the same time was first and prints its own
        }
        await Console.Out.WriteLineAsync($"First admin: {Email}   one-time password: {password}");
    }
}
