using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Net.Http.Headers;

namespace Atelier.Platform.Files;

/// <summary>Serves a stored file with ranges, its hash as ETag, and nothing a browser could run.</summary>
internal static class AssetDownload
{
    /// <summary>Tells the API document what <see cref="Serve"/> can answer.</summary>
    public static RouteHandlerBuilder ProducesFile(
        this RouteHandlerBuilder route,
        string mediaType,
        params string[] others
    ) =>
        route
            .Produces<Stream>(StatusCodes.Status200OK, mediaType, others)
            .Produces<Stream>(StatusCodes.Status206PartialContent, mediaType, others)
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status416RangeNotSatisfiable);

    /// <param name="fileName">Saved under this name when given (escaped by RFC 6266); shown in place otherwise.</param>
    public static Results<PhysicalFileHttpResult, ProblemHttpResult> Serve(
        this AssetStore assets,
        HttpContext http,
        string sha256,
        string mediaType,
        string? fileName = null
    )
    {
        if (!assets.Exists(sha256))
            return Problem.NotFound("asset_not_found", "This file is gone.").ToHttp();
        Confine(http);
        http.Features.Get<IHttpRequestTimeoutFeature>()?.DisableTimeout(); // as long as the caller keeps reading
        return TypedResults.PhysicalFile(
            assets.PathOf(sha256),
            mediaType,
            fileName,
            entityTag: new EntityTagHeaderValue($"\"{sha256}\""),
            enableRangeProcessing: true
        );
    }

    /// <summary>For a file that is shown: a browser runs nothing of it and asks again before it shows it again.</summary>
    public static void Confine(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; "
            + "object-src 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox";
        headers.CacheControl = "private, no-cache";
    }
}
