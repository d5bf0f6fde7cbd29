using Atelier.Audit.Contracts;
using Atelier.Identity.Contracts;
using Atelier.Platform.PersonalData;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Identity.Accounts;

/// <summary>Everything the caller owns, as one ZIP file.</summary>
internal static class ExportMe
{
    public static async Task<FileStreamHttpResult> Get(
        CurrentUser caller,
        PersonalExport export,
        IAuditTrail trail,
        CancellationToken cancel
    )
    {
        var file = await export.WriteAsync(caller.Id, cancel);
        await trail.RecordAsync(AuditEntry.OfUser(AuditActions.Exported, caller.Id), cancel);
        return TypedResults.Stream(file, "application/zip", "atelier-export.zip");
    }
}
