using System.Globalization;

namespace Atelier.Library.Uploads;

/// <param name="Offset">Bytes that are here: the next part begins there.</param>
public sealed record UploadView(
    Guid Id,
    Guid? ProjectId,
    string FileName,
    long Length,
    long Offset,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt
);

internal static class UploadViews
{
    public const string OffsetHeader = "Upload-Offset";
    public const string LengthHeader = "Upload-Length";
    public const string PartType = "application/offset+octet-stream";

    public static UploadView ToView(this Upload upload) =>
        new(
            upload.Id,
            upload.ProjectId,
            upload.FileName,
            upload.Length,
            upload.Received,
            upload.CreatedAt,
            upload.ExpiresAt
        );

    /// <summary>The same in headers, where programs for resumable uploads look for it.</summary>
    public static void Tell(this HttpResponse response, Upload upload)
    {
        response.Headers[OffsetHeader] = upload.Received.ToString(CultureInfo.InvariantCulture);
        response.Headers[LengthHeader] = upload.Length.ToString(CultureInfo.InvariantCulture);
        response.Headers.CacheControl = "no-store";
    }
}
