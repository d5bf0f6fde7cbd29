using System.Globalization;
using Atelier.JobEngine;
using Atelier.Library.Documents;
using Atelier.Platform.Errors;
using Atelier.Platform.Files;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Atelier.Library.Uploads;

/// <summary>One part of a file. What arrived of a part that was cut off stays: ask how much that is, and go on there.</summary>
internal sealed class AppendUpload(
    LibraryDb db,
    UploadFolder folder,
    AssetStore assets,
    Intake intake,
    JobClient jobs,
    IOptions<LibraryOptions> options,
    TimeProvider clock
)
{
    private static readonly Problem Busy = Problem.Conflict(
        "upload_in_progress",
        "Another part of this file is arriving. Ask for the offset when it has ended."
    );

    private static readonly Problem WrongPlace = Problem.Conflict(
        "upload_offset_mismatch",
        "The next part begins elsewhere; the Upload-Offset header says where."
    );

    private static readonly Problem WrongType = new(
        StatusCodes.Status415UnsupportedMediaType,
        "unsupported_media_type",
        $"Send parts as {UploadViews.PartType}."
    );

    /// <summary>The last part makes the document, and is answered as an upload in one piece would be.</summary>
    public static async Task<
        Results<NoContent, Created<UploadedDocumentView>, Ok<UploadedDocumentView>, ProblemHttpResult>
    > Patch(Guid uploadId, HttpRequest request, AppendUpload append, CancellationToken ct)
    {
        if (request.ContentType?.Split(';')[0].Trim() is not (UploadViews.PartType or "application/partial-upload"))
            return WrongType.ToHttp();
        if (
            !long.TryParse(
                request.Headers[UploadViews.OffsetHeader],
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var offset
            )
        )
            return Problem
                .Invalid(UploadViews.OffsetHeader, "Say in this header where the part begins, in bytes.")
                .ToHttp();
        return await append.RunAsync(uploadId, offset, request, ct);
    }

    private async Task<
        Results<NoContent, Created<UploadedDocumentView>, Ok<UploadedDocumentView>, ProblemHttpResult>
    > RunAsync(Guid id, long offset, HttpRequest request, CancellationToken ct)
    {
        await using var file = folder.Open(id);
        if (file is null)
            return Busy.ToHttp();
        if (await db.Uploads.SingleOrDefaultAsync(u => u.Id == id, ct) is not { } upload)
        {
            folder.Remove(id);
            return GetUpload.Gone.ToHttp();
        }
        var response = request.HttpContext.Response;
        if (offset != upload.Received)
        {
            response.Tell(upload);
            return WrongPlace.ToHttp();
        }
        if (await ReceiveAsync(upload, file, request.Body, ct) is { } refusal)
        {
            response.Tell(upload);
            return refusal.ToHttp();
        }
        response.Tell(upload);
        if (!upload.IsWhole)
            return TypedResults.NoContent();
        return await FinishAsync(upload, file, ct);
    }

    private async Task<Problem?> ReceiveAsync(Upload upload, FileStream file, Stream body, CancellationToken ct)
    {
        // A studio that was killed may have written more than it told.
        file.SetLength(upload.Received);
        file.Position = upload.Received;
        try
        {
            await using var limited = new LimitedStream(body, upload.Length - upload.Received);
            await limited.CopyToAsync(file, ct);
            return null;
        }
        catch (LimitedStream.ExceededException)
        {
            file.SetLength(upload.Received);
            return new(
                StatusCodes.Status413PayloadTooLarge,
                "upload_too_long",
                "This part goes beyond the length that was announced."
            );
        }
        catch (IOException e) when (DiskFullException.IsCauseOf(e))
        {
            throw new DiskFullException();
        }
        finally
        {
            file.Flush(flushToDisk: true);
            upload.Receive(file.Length, Times());
            // What arrived counts, also when its sender is gone.
            await db.SaveChangesAsync(CancellationToken.None);
        }
    }

    private async Task<
        Results<NoContent, Created<UploadedDocumentView>, Ok<UploadedDocumentView>, ProblemHttpResult>
    > FinishAsync(Upload upload, FileStream file, CancellationToken ct)
    {
        file.Position = 0;
        var asset = await assets.PutAsync(file, "application/octet-stream", ct);
        var arrival = new Arrival(upload.FileName, upload.Title, upload.Encoding);
        var taken = await intake.TakeAsync(upload.OwnerId, upload.ProjectId, arrival, asset, ct);
        if (taken.Refusal is { Status: StatusCodes.Status409Conflict } later)
            return later.ToHttp(); // an empty part tries again
        await db.Uploads.Where(u => u.Id == upload.Id).ExecuteDeleteAsync(ct);
        folder.Remove(upload.Id);
        var answer = await UploadDocument.AnswerAsync(taken, jobs, ct);
        return answer.Result switch
        {
            Created<UploadedDocumentView> made => made,
            Ok<UploadedDocumentView> known => known,
            var other => (ProblemHttpResult)other,
        };
    }

    private Times Times() => new(clock.GetUtcNow(), TimeSpan.FromHours(options.Value.UploadHours));
}
