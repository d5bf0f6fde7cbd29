using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Atelier.Identity.Contracts;
using Atelier.JobEngine;
using Atelier.JobEngine.Board;
using Atelier.Platform.Errors;
using Atelier.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Jobs.Tasks;

public sealed record ListTasksRequest(
    [property: AllowedValues(null, "queued", "running", "succeeded", "failed", "cancelled")]
    [property: Description("queued, running, succeeded, failed or cancelled.")]
        string? State = null,
    [property: StringLength(100), Description("A lane, such as books.")] string? Lane = null,
    [property: StringLength(100), Description("A kind of job, such as books.make_book.v1.")] string? Kind = null,
    [property: Description("Only this person's tasks.")] Guid? Owner = null,
    [property: StringLength(100), Description("Part of the kind, the subject, or the error.")] string? Text = null,
    [property: Description("Added at this moment or later.")] DateTimeOffset? From = null,
    [property: Description("Added before this moment.")] DateTimeOffset? To = null
);

/// <summary>
/// Newest first: everybody's for those who look after tasks, else one's own. Looking for something rare may answer a page with few
/// items or none, and a nextCursor to look on from.
/// </summary>
internal static class ListTasks
{
    public static async Task<Results<Ok<Page<TaskView>>, ProblemHttpResult>> Get(
        [AsParameters] ListTasksRequest request,
        [AsParameters] PageRequest page,
        CurrentUser user,
        JobBoard board,
        CancellationToken cancel
    )
    {
        if (page.ReadAfter<Guid>(out var after) is { } problem)
            return problem.ToHttp();
        if (!user.LooksAfterTasks() && (request.Owner ?? user.Id) != user.Id)
            return Problem.Forbidden(detail: "These tasks belong to somebody else.").ToHttp();
        var query = new JobQuery(
            user.LooksAfterTasks() ? request.Owner : user.Id,
            request.State is { } name ? Enum.Parse<JobState>(name, ignoreCase: true) : null,
            request.Lane,
            request.Kind,
            request.Text,
            request.From,
            request.To,
            after,
            page.Take
        );
        var found = await board.FindAsync(query, cancel);
        return TypedResults.Ok(page.Of([.. found.Jobs.Select(job => new TaskView(job))], task => task.Id, found.Stop));
    }
}
