using System.Text;
using Atelier.Library.Documents;
using Atelier.Platform.Errors;
using Atelier.Platform.Files;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Atelier.Library.Uploads;

internal sealed record SentForm(Asset File, string? FileName, string? Title, string? Encoding, Guid? ProjectId);

/// <summary>Reads a form with one file, part by part: the framework's own reader would keep the file twice.</summary>
internal sealed class FileForm(AssetStore assets)
{
    private const int MostParts = 12;
    private const int LongestField = 4096;
    private const int LongestBoundary = 70; // RFC 2046

    private static readonly Problem Malformed = new(
        StatusCodes.Status400BadRequest,
        "malformed_form",
        "The body is not a whole multipart form."
    );

    public async Task<(SentForm? Form, Problem? Refusal)> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        if (
            !MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= LongestBoundary } boundary
        )
            return (null, Malformed);
        try
        {
            return await ReadAsync(new MultipartReader(boundary.Value!, request.Body), cancel);
        }
        catch (Exception e)
            when (e is InvalidDataException || e is IOException and not BadHttpRequestException && !IsOurs(e))
        {
            return (null, Malformed);
        }
    }

    private async Task<(SentForm?, Problem?)> ReadAsync(MultipartReader reader, CancellationToken cancel)
    {
        Asset? file = null;
        string? name = null;
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var parts = 0; await reader.ReadNextSectionAsync(cancel) is { } part; parts++)
        {
            if (
                parts == MostParts
                || !ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition)
            )
                return (null, Malformed);
            if (disposition.IsFileDisposition())
            {
                if (file is not null)
                    return (null, Problem.Invalid("file", "Send one file at a time."));
                name = HeaderUtilities
                    .RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName)
                    .Value;
                await using var limited = new LimitedStream(part.Body, Arrival.LargestFile);
                try
                {
                    file = await assets.PutAsync(limited, "application/octet-stream", cancel);
                }
                catch (LimitedStream.ExceededException)
                {
                    return (null, Arrival.TooLarge);
                }
            }
            else if (await FieldAsync(part.Body, cancel) is { } text)
                fields[HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? ""] = text;
            else
                return (null, Malformed);
        }
        if (file is null)
            return (null, Problem.Invalid("file", "This field is required."));
        Guid? project = null;
        if (fields.GetValueOrDefault("projectId") is { Length: > 0 } id)
        {
            if (!Guid.TryParse(id, out var parsed))
                return (null, Problem.Invalid("projectId", "This value cannot be read."));
            project = parsed;
        }
        return (
            new(file, name, fields.GetValueOrDefault("title"), fields.GetValueOrDefault("encoding"), project),
            null
        );
    }

    /// <returns>Null for one that is no short text.</returns>
    private static async Task<string?> FieldAsync(Stream body, CancellationToken cancel)
    {
        var bytes = new byte[LongestField + 1];
        var length = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancel);
        if (length == bytes.Length || bytes.AsSpan(0, length).Contains((byte)0))
            return null;
        return Encoding.UTF8.GetString(bytes, 0, length);
    }

    // A full disk is not the caller's mistake.
    private static bool IsOurs(Exception exception) => exception is IOException io && DiskFullException.IsCauseOf(io);
}
