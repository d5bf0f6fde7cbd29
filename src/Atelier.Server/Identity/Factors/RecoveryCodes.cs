using Microsoft.EntityFrameworkCore;

namespace Atelier.Identity.Factors;

/// <param name="RecoveryCodes">Shown here and never again; each works once.</param>
internal sealed record RecoveryCodesView(IReadOnlyList<string> RecoveryCodes);

internal static class RecoveryCodes
{
    /// <summary>New codes in the place of all that were there; saved with the transaction.</summary>
    public static async Task<RecoveryCodesView> RenewRecoveryCodesAsync(
        this IdentityDb db,
        Guid user,
        CancellationToken cancel
    )
    {
        await db.RecoveryCodes.Where(c => c.UserId == user).ExecuteDeleteAsync(cancel);
        var codes = Enumerable.Range(0, RecoveryCode.PerPerson).Select(_ => RecoveryCode.NewText()).ToList();
        db.RecoveryCodes.AddRange(codes.Select(code => RecoveryCode.Issue(code, user)));
        return new(codes);
    }
}
