using Atelier.JobEngine;

namespace Atelier.Library.Documents;

/// <summary>docs/states/document.md</summary>
public enum DocumentState
{
    Processing,
    Ready,
    Failed,
    Cancelled,
}

/// <summary>Why a document could not be read.</summary>
public sealed record DocumentProblem(string Code, string Message);

/// <param name="State">Ready once it is analysed; its text may be read earlier.</param>
/// <param name="Length">Of the file, in bytes.</param>
/// <param name="Encoding">What a plain text was taken to be written in; send another to POST analyze where it is wrong.</param>
/// <param name="Language">ISO 639-1; null where nothing tells.</param>
/// <param name="TextLength">In Unicode code points, as are all places in a text; null until it is read.</param>
/// <param name="People">How many were found in it.</param>
/// <param name="ScannedPages">Pages of a PDF with next to no text, which are pictures of pages.</param>
/// <param name="Problem">Why the last reading failed.</param>
public sealed record DocumentView(
    Guid Id,
    Guid? ProjectId,
    string Title,
    string? Author,
    string FileName,
    DocumentFormat Format,
    long Length,
    string Sha256,
    DocumentState State,
    double? Progress,
    string? Message,
    string? Encoding,
    string? Language,
    int? TextLength,
    int? Words,
    int? People,
    int ScannedPages,
    IReadOnlyList<Warning> Warnings,
    DocumentProblem? Problem,
    Guid? JobId,
    DateTimeOffset? ReadAt,
    DateTimeOffset? AnalyzedAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt
);

internal static class DocumentViews
{
    public static DocumentView ToView(this Document document, JobSummary? job)
    {
        var state = StateOf(document, job);
        var isRunning = state is DocumentState.Processing;
        return new(
            document.Id,
            document.ProjectId,
            document.Title,
            document.Author,
            document.FileName,
            document.Format,
            document.Length,
            document.Sha256,
            state,
            isRunning ? job?.Progress : null,
            isRunning ? job?.Message : null,
            document.Encoding,
            document.Language,
            document.ReadAt is null ? null : document.TextLength,
            document.AnalyzedAt is null ? null : document.Words,
            document.AnalyzedAt is null ? null : document.People,
            document.ScannedPages,
            document.Warnings,
            state is DocumentState.Failed && job?.Error is { } error ? new(error.Code, error.Message) : null,
            document.JobId,
            document.ReadAt,
            document.AnalyzedAt,
            document.CreatedAt,
            document.UpdatedAt
        );
    }

    public static DocumentState StateOf(Document document, JobSummary? job) =>
        job?.State switch
        {
            JobState.Queued or JobState.Running => DocumentState.Processing,
            _ when document.AnalyzedAt is not null => DocumentState.Ready,
            JobState.Cancelled => DocumentState.Cancelled,
            _ => DocumentState.Failed,
        };

    public static async Task<JobSummary?> JobOfAsync(this JobClient jobs, Document document, CancellationToken ct) =>
        document.JobId is { } id ? (await jobs.GetAsync(id, ct))?.Job : null;
}
