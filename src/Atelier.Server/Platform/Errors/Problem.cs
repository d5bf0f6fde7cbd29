using System.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Atelier.Platform.Errors;

/// <summary>An expected refusal, as a value: what the caller did wrong and how a program can tell it.</summary>
/// <param name="Code">Stable; clients switch on it, never on the sentence.</param>
/// <param name="Errors">What is wrong with which field, keyed by its JSON name.</param>
/// <param name="RetryAfter">Seconds after which it is worth asking again; goes into the header of that name too.</param>
internal sealed record Problem(
    int Status,
    string Code,
    string Detail,
    IReadOnlyDictionary<string, string[]>? Errors = null,
    int? RetryAfter = null
)
{
    public static Problem Invalid(IReadOnlyDictionary<string, string[]> errors) =>
        new(StatusCodes.Status400BadRequest, "invalid", "Some fields are not valid.", errors);

    public static Problem Invalid(string field, string error) =>
        Invalid(new Dictionary<string, string[]> { [field] = [error] });

    public static Problem Unauthorized(string code, string detail) =>
        new(StatusCodes.Status401Unauthorized, code, detail);

    public static Problem Forbidden(
        string code = "forbidden",
        string detail = "This belongs to somebody else, or your role does not allow it."
    ) => new(StatusCodes.Status403Forbidden, code, detail);

    public static Problem NotFound(string code, string detail) => new(StatusCodes.Status404NotFound, code, detail);

    public static Problem Conflict(string code, string detail) => new(StatusCodes.Status409Conflict, code, detail);

    /// <summary>Readable but unusable, such as an encrypted PDF.</summary>
    public static Problem Unusable(string code, string detail) =>
        new(StatusCodes.Status422UnprocessableEntity, code, detail);

    public static Problem Unavailable(string code, string detail) =>
        new(StatusCodes.Status503ServiceUnavailable, code, detail);

    public static Problem TooMany(TimeSpan wait)
    {
        var seconds = (int)Math.Max(1, Math.Ceiling(wait.TotalSeconds));
        return new(
            StatusCodes.Status429TooManyRequests,
            "too_many_requests",
            "This was asked for too often. Please wait.",
            RetryAfter: seconds
        );
    }

    public ProblemHttpResult ToHttp() => TypedResults.Problem(ToDetails());

    public ProblemDetails ToDetails()
    {
        var details = new ProblemDetails
        {
            Status = Status,
            Title = ProblemCodes.TitleOf(Status),
            Detail = Detail,
            Extensions = { ["code"] = Code, ["traceId"] = TraceId },
        };
        if (Errors is not null)
            details.Extensions["errors"] = Errors;
        if (RetryAfter is not null)
            details.Extensions[ProblemResponses.RetryAfter] = RetryAfter;
        return details;
    }

    internal static string? TraceId => Activity.Current?.TraceId.ToHexString();
}
