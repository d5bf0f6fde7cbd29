using Atelier.Identity.Contracts;
using Atelier.JobEngine;
using Atelier.Library.Uploads;
using Atelier.Platform.Errors;
using Atelier.Platform.Http;
using Atelier.Projects.Contracts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Library.Documents;

/// <summary>The fields of the form, as the API document shows them.</summary>
/// <param name="File">PDF, DOCX, EPUB, Markdown or plain text, at most 100 MB.</param>
/// <param name="Title">The file's own, or its name, when left out.</param>
/// <param name="Encoding">Of a plain text; guessed when left out.</param>
internal sealed record UploadDocumentForm(IFormFile File, Guid? ProjectId, string? Title, string? Encoding);

/// <param name="IsDuplicate">The same file is here already: this is the document that has it, and nothing was made.</param>
public sealed record UploadedDocumentView(DocumentView Document, bool IsDuplicate);

internal static class UploadDocument
{
    /// <summary>The file goes to disk as it comes, and is hashed on the way.</summary>
    public static async Task<Results<Created<UploadedDocumentView>, Ok<UploadedDocumentView>, ProblemHttpResult>> Post(
        HttpRequest request,
        FileForm form,
        CurrentUser user,
        IProjects projects,
        Intake intake,
        JobClient jobs,
        CancellationToken ct
    )
    {
        var (sent, unreadable) = await form.ReadAsync(request, ct);
        if (sent is null)
            return unreadable!.ToHttp();
        if (await projects.ObjectionAsync(sent.ProjectId, user.Id, ct) is { } refusal)
            return refusal.ToHttp();
        var (arrival, wrong) = Arrival.Of(sent.FileName, sent.Title, sent.Encoding);
        if (arrival is null)
            return wrong!.ToHttp();
        var taken = await intake.TakeAsync(user.Id, sent.ProjectId, arrival, sent.File, ct);
        return await AnswerAsync(taken, jobs, ct);
    }

    public static async Task<
        Results<Created<UploadedDocumentView>, Ok<UploadedDocumentView>, ProblemHttpResult>
    > AnswerAsync(Taken taken, JobClient jobs, CancellationToken ct)
    {
        if (taken.Document is not { } document)
            return (taken.Refusal ?? GetDocument.Gone).ToHttp();
        var view = new UploadedDocumentView(document.ToView(await jobs.JobOfAsync(document, ct)), taken.IsDuplicate);
        return taken.IsDuplicate
            ? TypedResults.Ok(view)
            : TypedResults.Created($"/api/v1/documents/{document.Id}", view);
    }
}
