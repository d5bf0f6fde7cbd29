using System.Text.Json;

namespace Atelier.Audit;

/// <param name="Outcome">ok, failed or denied.</param>
/// <param name="Address">The network address that asked; null for what a job or an operator did.</param>
public sealed record AuditLineView(
    long Id,
    DateTimeOffset At,
    string Action,
    string Outcome,
    Guid? ActorId,
    string? SubjectKind,
    Guid? SubjectId,
    string? Address,
    JsonElement? Details
)
{
    internal static AuditLineView Of(AuditLine line) =>
        new(
            line.Id,
            line.At,
            line.Action,
            line.Outcome,
            line.ActorId,
            line.SubjectKind,
            line.SubjectId,
            line.Address,
            line.Details is { } details ? JsonElement.Parse(details) : null
        );
}
