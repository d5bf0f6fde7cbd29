using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Atelier.Audit;

public sealed record AuditFilter(
    [property: StringLength(60), Description("What was done, such as login or user.role_changed.")]
        string? Action = null,
    [property: AllowedValues(null, "ok", "failed", "denied"), Description("ok, failed or denied.")]
        string? Outcome = null,
    [property: Description("Who did it.")] Guid? Actor = null,
    [property: Description("To whom or what.")] Guid? Subject = null,
    [property: Description("Not before this moment.")] DateTimeOffset? From = null,
    [property: Description("Before this moment.")] DateTimeOffset? To = null
)
{
    internal IQueryable<AuditLine> Apply(IQueryable<AuditLine> lines)
    {
        var (from, to) = (From?.ToUniversalTime(), To?.ToUniversalTime());
        return lines.Where(l =>
            (Action == null || l.Action == Action)
            && (Outcome == null || l.Outcome == Outcome)
            && (Actor == null || l.ActorId == Actor)
            && (Subject == null || l.SubjectId == Subject)
            && (from == null || l.At >= from)
            && (to == null || l.At < to)
        );
    }
}
