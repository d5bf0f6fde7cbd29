using Atelier.Platform.PersonalData;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Atelier.Identity.Accounts;

/// <summary>The account itself. With its row go the sessions, tokens and all that hangs on it.</summary>
internal sealed class IdentityPersonalData(IdentityDb db) : IPersonalData
{
    public async Task ExportAsync(Guid person, PersonalArchive archive, CancellationToken cancel)
    {
        var profile = await db
            .Users.Where(u => u.Id == person)
            .Select(u => new
            {
                u.Id,
                u.Email,
                u.Name,
                u.Role,
                u.EmailVerifiedAt,
                u.LastLoginAt,
                u.CreatedAt,
                u.UpdatedAt,
            })
            .SingleOrDefaultAsync(cancel);
        await archive.AddJsonAsync("profile.json", profile, cancel);
        var sessions = await db
            .Sessions.Where(s => s.UserId == person)
            .OrderBy(s => s.Id)
            .Select(s => new
            {
                s.Id,
                s.Device,
                s.Address,
                s.CreatedAt,
                s.LastUsedAt,
                s.ExpiresAt,
                s.RevokedAt,
                s.RevokedBecause,
                s.Scopes,
            })
            .ToListAsync(cancel);
        await archive.AddJsonAsync("sessions.json", sessions, cancel);
    }

    public async Task RemoveAsync(NpgsqlTransaction transaction, Guid person, CancellationToken cancel)
    {
        await using var delete = new NpgsqlCommand(
            "delete from identity.\"user\" where id = $1",
            transaction.Connection,
            transaction
        );
        delete.Parameters.Add(new() { Value = person });
        await delete.ExecuteNonQueryAsync(cancel);
    }
}
