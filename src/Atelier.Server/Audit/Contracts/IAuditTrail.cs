using System.Data.Common;

namespace Atelier.Audit.Contracts;

/// <summary>What happened, for those who have to account for it. Entries are added, never changed.</summary>
internal interface IAuditTrail
{
    /// <summary>Recorded exactly when <paramref name="transaction"/> commits. Takes no lock.</summary>
    Task RecordAsync(DbTransaction transaction, AuditEntry entry, CancellationToken cancel);

    /// <summary>Recorded at once: for what changes nothing, such as a refusal.</summary>
    Task RecordAsync(AuditEntry entry, CancellationToken cancel);
}
