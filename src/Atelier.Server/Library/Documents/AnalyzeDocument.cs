using System.ComponentModel.DataAnnotations;
using Atelier.Library.Extracting.Encodings;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Library.Documents;

/// <param name="Encoding">What a plain text is written in, where the guess was wrong; left out, it is guessed.</param>
public sealed record AnalyzeDocumentRequest([property: StringLength(40)] string? Encoding = null);

public sealed record AnalyzeDocumentView(Guid JobId);

internal static class AnalyzeDocument
{
    /// <summary>Reads the file anew: text, passages and analysis take the place of the old ones when they are done.</summary>
    public static async Task<Results<Accepted<AnalyzeDocumentView>, ProblemHttpResult>> Post(
        Guid documentId,
        AnalyzeDocumentRequest request,
        LibraryDb db,
        Intake intake,
        CancellationToken ct
    )
    {
        if (request.Encoding is { Length: > 0 } encoding && KnownEncodings.Find(encoding) is null)
            return Arrival.UnknownEncoding.ToHttp();
        var document = await db.Documents.SingleOrDefaultAsync(d => d.Id == documentId, ct);
        if (document is null)
            return GetDocument.Gone.ToHttp();
        try
        {
            var asked = string.IsNullOrWhiteSpace(request.Encoding) ? null : request.Encoding;
            if (await intake.ReadAsync(document, asked, ct) is { } refusal)
                return refusal.ToHttp();
        }
        catch (DbUpdateConcurrencyException)
        {
            return GetDocument.Gone.ToHttp();
        }
        var job = document.JobId!.Value;
        return TypedResults.Accepted($"/api/v1/jobs/{job}", new AnalyzeDocumentView(job));
    }
}
