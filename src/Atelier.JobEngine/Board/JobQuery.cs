namespace Atelier.JobEngine.Board;

/// <param name="Text">Part of the kind, the subject, or the error, in any case.</param>
/// <param name="From">Only jobs added at this moment or later, by the time in their ids.</param>
/// <param name="To">Only jobs added before this moment.</param>
/// <param name="Before">A page ends before this job: where the page read before it ended.</param>
/// <param name="Limit">1 to 100.</param>
public sealed record JobQuery(
    Guid? OwnerId = null,
    JobState? State = null,
    string? Lane = null,
    string? Kind = null,
    string? Text = null,
    DateTimeOffset? From = null,
    DateTimeOffset? To = null,
    Guid? Before = null,
    int Limit = 20
);

/// <param name="Stop">Where the search gave up before it had found enough; null when it came to the end or found enough.</param>
public sealed record JobFindings(IReadOnlyList<JobSummary> Jobs, Guid? Stop);
