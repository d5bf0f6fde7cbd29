using System.Globalization;
using Atelier.Audit.Contracts;
using Atelier.Identity.Accounts;
using Atelier.Identity.Passwords;
using Atelier.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Identity.Operators;

/// <summary>What whoever holds the machine may do with people. Each answers null, or why it was not done.</summary>
internal sealed class Operator(
    IdentityDb db,
    UserRights rights,
    NewPassword newPassword,
    IAuditTrail trail,
    TimeProvider clock
)
{
    /// <summary>How the trail tells an operator from a job: neither has a login.</summary>
    public static readonly object Mark = new { by = "operator" };

    public async Task<string?> CreateAsync(
        string email,
        string role,
        string? name,
        TextWriter output,
        CancellationToken cancel
    )
    {
        if (NewUser.Refuse(email, name ?? "", role) is { } refused)
            return refused;
        var password = OneTimePassword.New();
        var hash = PasswordHash.Make(password);
        var user = User.Create(email, NewUser.NameOf(name, email), hash, role, true, clock.GetUtcNow());
        db.Users.Add(user);
        try
        {
            await SaveAsync(AuditEntry.OfUser(AuditActions.Created, user.Id, Mark), cancel);
        }
        catch (DbUpdateException e) when (e.IsDuplicate())
        {
            return $"There is an account with the address {email} already.";
        }
        await output.WriteLineAsync($"{email} ({role})   one-time password: {password}");
        return null;
    }

    public async Task<string?> ListAsync(string? search, TextWriter output, CancellationToken cancel)
    {
        await foreach (
            var user in UserSearch.Of(db, search).OrderBy(u => u.Id).AsAsyncEnumerable().WithCancellation(cancel)
        )
        {
            var login = user.LastLoginAt is { } at
                ? at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                : "never";
            var state = user.DisabledAt is null ? "" : "   disabled";
            await output.WriteLineAsync($"{user.Role, -9}   {login, -10}   {user.Email}   {user.Name}{state}");
        }
        return null;
    }

    public async Task<string?> ChangeAsync(
        string email,
        string? role,
        bool? disabled,
        TextWriter output,
        CancellationToken cancel
    )
    {
        if (role is not null && NewUser.RefuseRole(role) is { } refused)
            return refused;
        if (await db.FindByEmailAsync(email, cancel) is not { } user)
            return Absent(email);
        var (changed, problem) = await rights.ChangeAsync(user.Id, role, disabled, cancel);
        if (changed is null)
            return problem!.Detail;
        await output.WriteLineAsync(
            $"{changed.Email}: {changed.Role}{(changed.DisabledAt is null ? "" : ", disabled")}"
        );
        return null;
    }

    public async Task<string?> ResetAsync(string email, TextWriter output, CancellationToken cancel)
    {
        if (await db.FindByEmailAsync(email, cancel) is not { } user)
            return Absent(email);
        var password = OneTimePassword.New();
        var hash = PasswordHash.Make(password);
        await newPassword.TakeAsync(user, hash, mailLink: false, Mark, cancel);
        await output.WriteLineAsync($"{user.Email}   one-time password: {password}");
        return null;
    }

    private static string Absent(string email) => $"There is no account with the address {email}.";

    private Task<AuditEntry> SaveAsync(AuditEntry entry, CancellationToken cancel) =>
        db.InTransactionAsync(
            async transaction =>
            {
                await trail.RecordAsync(transaction, entry, cancel);
                return entry;
            },
            cancel
        );
}
