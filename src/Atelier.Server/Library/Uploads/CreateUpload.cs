using System.ComponentModel.DataAnnotations;
using Atelier.Identity.Contracts;
using Atelier.Library.Documents;
using Atelier.Platform.Errors;
using Atelier.Platform.Http;
using Atelier.Projects.Contracts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Atelier.Library.Uploads;

/// <param name="Length">Of the whole file, in bytes.</param>
/// <param name="Title">The file's own, or its name, when left out.</param>
/// <param name="Encoding">Of a plain text; guessed when left out.</param>
public sealed record CreateUploadRequest(
    [property: Required, StringLength(400)] string FileName,
    [property: Range(1L, long.MaxValue)] long Length,
    Guid? ProjectId = null,
    [property: StringLength(200)] string? Title = null,
    [property: StringLength(40)] string? Encoding = null
);

internal static class CreateUpload
{
    private const int MostAtOnce = 20;

    private static readonly Problem TooMany = Problem.Conflict(
        "too_many_uploads",
        $"{MostAtOnce} files are on their way. Finish or delete one of them first."
    );

    /// <summary>Says what will come. Its parts follow with PATCH.</summary>
    public static async Task<Results<Created<UploadView>, ProblemHttpResult>> Post(
        CreateUploadRequest request,
        CurrentUser user,
        IProjects projects,
        LibraryDb db,
        IOptions<LibraryOptions> options,
        TimeProvider clock,
        HttpResponse response,
        CancellationToken ct
    )
    {
        if (request.Length > Arrival.LargestFile)
            return Arrival.TooLarge.ToHttp();
        if (await projects.ObjectionAsync(request.ProjectId, user.Id, ct) is { } refusal)
            return refusal.ToHttp();
        var (arrival, wrong) = Arrival.Of(request.FileName, request.Title, request.Encoding);
        if (arrival is null)
            return wrong!.ToHttp();
        if (await db.Uploads.CountAsync(u => u.OwnerId == user.Id, ct) >= MostAtOnce)
            return TooMany.ToHttp();
        var times = new Times(clock.GetUtcNow(), TimeSpan.FromHours(options.Value.UploadHours));
        var upload = Upload.Announce(user.Id, request.ProjectId, arrival, request.Length, times);
        db.Uploads.Add(upload);
        await db.SaveChangesAsync(ct);
        response.Tell(upload);
        return TypedResults.Created($"/api/v1/documents/uploads/{upload.Id}", upload.ToView());
    }
}
