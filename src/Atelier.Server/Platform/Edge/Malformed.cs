using System.Net.Http.Headers;
using Atelier.Platform.Errors;
using Atelier.Platform.Http;

namespace Atelier.Platform.Edge;

/// <summary>Turns away what no handler should have to think of.</summary>
internal static class Malformed
{
    public static void UseRefusalOfMalformed(this WebApplication app) =>
        app.Use(
            (http, next) => Explain(http.Request) is { } problem ? problem.ToHttp().ExecuteAsync(http) : next(http)
        );

    private static Problem? Explain(HttpRequest request)
    {
        // A proxy in front might see an end of the body where the server sees none.
        if (
            request.Headers.TransferEncoding is [{ } coding]
            && !coding.Equals("chunked", StringComparison.OrdinalIgnoreCase)
        )
        {
            request.HttpContext.Response.Headers.Connection = "close";
            return new(StatusCodes.Status400BadRequest, "bad_request", "A body comes plain or in chunks, not encoded.");
        }
        if (IsJsonInOtherLetters(request.ContentType))
            return new(StatusCodes.Status415UnsupportedMediaType, "unsupported_media_type", "Send JSON as UTF-8.");
        foreach (var (name, values) in request.Query)
            if (JsonText.HasNul(name) || values.Any(JsonText.HasNul))
                return Problem.Invalid(name.Replace("\0", "", StringComparison.Ordinal), JsonText.NoNul);
        return null;
    }

    private static bool IsJsonInOtherLetters(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType?.EndsWith("json", StringComparison.OrdinalIgnoreCase) == true
        && type.CharSet?.Trim('"') is { } charset
        && !charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}
