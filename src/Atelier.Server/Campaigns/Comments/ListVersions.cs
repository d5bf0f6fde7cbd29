using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Campaigns.Comments;

/// <param name="By">writer, person or regenerated.</param>
/// <param name="Diff">Against the version before; empty for the first.</param>
internal sealed record CommentVersionView(
    int Number,
    string Text,
    VersionCause By,
    Guid? PersonId,
    string Writer,
    double? Score,
    IReadOnlyList<string> FailedGates,
    IReadOnlyList<DiffPiece> Diff,
    string? Note,
    DateTimeOffset At
);

internal static class ListVersions
{
    private const int Most = 100;

    /// <summary>What the comment said, newest first, with what changed each time.</summary>
    public static async Task<Ok<IReadOnlyList<CommentVersionView>>> Get(
        Guid commentId,
        CampaignsDb db,
        CancellationToken ct
    )
    {
        var versions = await db.Set<CommentVersion>()
            .AsNoTracking()
            .Where(v => v.CommentId == commentId)
            .OrderByDescending(v => v.Number)
            .Take(Most)
            .ToListAsync(ct);
        return TypedResults.Ok<IReadOnlyList<CommentVersionView>>([
            .. versions.Select((version, i) => View(version, versions.ElementAtOrDefault(i + 1))),
        ]);
    }

    private static CommentVersionView View(CommentVersion version, CommentVersion? before) =>
        new(
            version.Number,
            version.Text,
            version.Cause,
            version.PersonId,
            version.Writer,
            version.Assessment.Score,
            version.Assessment.FailedGates(),
            before is null ? [] : TextDiff.Of(before.Text, version.Text),
            version.Note,
            version.At
        );
}
