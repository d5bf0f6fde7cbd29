using System.Security.Cryptography;
using System.Text.Json;

namespace Atelier.Audit;

/// <summary>An entry as it is stored.</summary>
internal sealed record AuditLine(
    long Id,
    DateTimeOffset At,
    string Action,
    string Outcome,
    Guid? ActorId,
    string? SubjectKind,
    Guid? SubjectId,
    string? Address,
    string? Details
)
{
    /// <summary>SHA-256 of the hash before, followed by this entry's values as a JSON array in the columns' order.</summary>
    public byte[] HashAfter(byte[] before)
    {
        object?[] values = [Id, At.UtcTicks, Action, Outcome, ActorId, SubjectKind, SubjectId, Address, Details];
        return SHA256.HashData([.. before, .. JsonSerializer.SerializeToUtf8Bytes(values)]);
    }
}
