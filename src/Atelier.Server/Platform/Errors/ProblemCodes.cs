using Microsoft.AspNetCore.WebUtilities;

namespace Atelier.Platform.Errors;

/// <summary>The code of a refusal that the framework makes by itself, such as an unknown route.</summary>
internal static class ProblemCodes
{
    public static string Of(int status) =>
        status switch
        {
            StatusCodes.Status400BadRequest => "bad_request",
            StatusCodes.Status401Unauthorized => "unauthorized",
            StatusCodes.Status403Forbidden => "forbidden",
            StatusCodes.Status404NotFound => "not_found",
            StatusCodes.Status405MethodNotAllowed => "method_not_allowed",
            StatusCodes.Status408RequestTimeout => "request_timeout",
            StatusCodes.Status413PayloadTooLarge => "too_large",
            StatusCodes.Status415UnsupportedMediaType => "unsupported_media_type",
            StatusCodes.Status429TooManyRequests => "too_many_requests",
            StatusCodes.Status503ServiceUnavailable => "unavailable",
            < 500 => "refused",
            _ => "internal_error",
        };

    public static string TitleOf(int status) => ReasonPhrases.GetReasonPhrase(status);
}
