using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Platform.Errors;

/// <summary>Every refusal leaves as application/problem+json with a code and a trace id, whoever made it.</summary>
internal static class ProblemResponses
{
    public const string RetryAfter = "retryAfter";

    public static void AddProblemResponses(this IServiceCollection services)
    {
        services.AddSingleton<IProblemDetailsWriter, ProblemWriter>(); // asked before the framework's own
        services.AddProblemDetails(options => options.CustomizeProblemDetails = Complete);
        services.AddExceptionHandler<UnexpectedExceptions>();
        // Bodies that cannot be read become exceptions in every environment; the handler names the field.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
    }

    public static void UseProblemResponses(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
    }

    private static void Complete(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        var status = problem.Status ?? context.HttpContext.Response.StatusCode;
        (problem.Status, problem.Type) = (status, null);
        problem.Title = ProblemCodes.TitleOf(status);
        problem.Extensions["traceId"] = Problem.TraceId ?? context.HttpContext.TraceIdentifier;
        if (problem is HttpValidationProblemDetails invalid)
        {
            problem.Detail ??= "Some fields are not valid.";
            problem.Extensions.TryAdd("code", "invalid");
            invalid.Errors = invalid.Errors.ToDictionary(error => JsonName(error.Key), error => error.Value);
        }
        if (problem.Extensions.TryGetValue(RetryAfter, out var wait) && wait is int seconds)
            context.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        problem.Extensions.TryAdd("code", ProblemCodes.Of(status));
    }

    /// <summary>Validation speaks of <c>Characters[0].Name</c>, the body of <c>characters[0].name</c>.</summary>
    public static string JsonName(string path) =>
        string.Join('.', path.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
}
