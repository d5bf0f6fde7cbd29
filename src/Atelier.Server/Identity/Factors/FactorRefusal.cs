using System.Globalization;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Identity.Factors;

/// <summary>The refusals that have to do with second factors.</summary>
internal static class FactorRefusal
{
    /// <summary>Says whether to try again, or when.</summary>
    public static ProblemHttpResult ToHttp(this FactorAnswer answer, HttpContext http, Problem wrong)
    {
        if (answer.HeldFor is not { } hold)
            return wrong.ToHttp();
        var seconds = (int)Math.Ceiling(hold.TotalSeconds);
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return new Problem(
            StatusCodes.Status429TooManyRequests,
            "too_many_requests",
            $"Too many codes were wrong. Try again in {seconds} seconds."
        ).ToHttp();
    }

    public static Problem NotEnrolled =>
        Problem.Conflict("factor_not_enrolled", "No second factor is being set up: POST /auth/totp first.");

    public static Problem AlreadyOn =>
        Problem.Conflict("factor_on", "The second factor is on already. Switch it off to set up another app.");

    public static Problem Needed => Problem.Conflict("factor_required", "In this studio admins need a second factor.");
}
