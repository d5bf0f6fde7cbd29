namespace Atelier.Audit.Contracts;

internal enum AuditOutcome
{
    Ok,
    Failed,
    Denied,
}

/// <summary>Who did what to whom, and how it ended. When and from where is added by the trail.</summary>
/// <param name="Action">One of <see cref="AuditActions"/>.</param>
/// <param name="ActorId">Who did it; the person asking when left out, nobody in a job or without a login.</param>
/// <param name="SubjectKind">What it was done to: <c>user</c>, <c>session</c>, <c>book</c>, ...</param>
/// <param name="Details">
/// Small, stored as JSON. Ids, codes and counts only: entries outlive accounts, so no names, addresses or titles.
/// </param>
internal sealed record AuditEntry(
    string Action,
    AuditOutcome Outcome = AuditOutcome.Ok,
    Guid? ActorId = null,
    string? SubjectKind = null,
    Guid? SubjectId = null,
    object? Details = null
)
{
    /// <summary>Something done to a person.</summary>
    public static AuditEntry OfUser(string action, Guid user, object? details = null) =>
        new(action, SubjectKind: "user", SubjectId: user, Details: details);
}
