using Atelier.Platform.Files;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Atelier.Platform.Errors;

/// <summary>The one place where an exception becomes an answer. Nothing of its text reaches the caller.</summary>
internal sealed class UnexpectedExceptions(IProblemDetailsService problems, ILogger<UnexpectedExceptions> log)
    : IExceptionHandler
{
    // Text that PostgreSQL cannot store: a NUL character, alone or inside JSON.
    private static readonly string[] UnstorableText =
    [
        PostgresErrorCodes.CharacterNotInRepertoire,
        PostgresErrorCodes.UntranslatableCharacter,
    ];

    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception exception, CancellationToken cancel)
    {
        if (exception is OperationCanceledException && http.RequestAborted.IsCancellationRequested)
        {
            http.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }
        var problem = exception is BadHttpRequestException bad ? UnreadableRequest.Explain(bad) : Explain(exception);
        if (problem.Status >= StatusCodes.Status500InternalServerError)
            log.LogError(
                exception,
                "{Method} {Path} failed: {Code}",
                http.Request.Method,
                http.Request.Path,
                problem.Code
            );
        if (problem.Status == StatusCodes.Status503ServiceUnavailable)
            http.Response.Headers.RetryAfter = "5";
        http.Response.StatusCode = problem.Status;
        return await problems.TryWriteAsync(
            new()
            {
                HttpContext = http,
                ProblemDetails = problem.ToDetails(),
                Exception = exception,
            }
        );
    }

    private static Problem Explain(Exception exception) =>
        CauseOf(exception) switch
        {
            PostgresException { SqlState: var state } when UnstorableText.Contains(state) => Problem.Invalid(
                "",
                "Text must not contain the NUL character."
            ),
            PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation } => Problem.Conflict(
                "gone_meanwhile",
                "Something that this refers to was deleted at the same moment."
            ),
            NpgsqlException gone when IsAway(gone) => Problem.Unavailable(
                "database_unavailable",
                "The database does not answer at the moment. Please try again shortly."
            ),
            DiskFullException => new(
                StatusCodes.Status507InsufficientStorage,
                DiskFullException.FailureCode,
                "The studio's disk is full."
            ),
            _ => new(
                StatusCodes.Status500InternalServerError,
                "internal_error",
                "Something went wrong on our side. The trace id leads to the cause in the log."
            ),
        };

    /// <summary>Entity Framework wraps what the database says: once for a write, once for what may pass.</summary>
    private static Exception CauseOf(Exception exception) =>
        exception is DbUpdateException or InvalidOperationException && exception.InnerException is { } inner
            ? CauseOf(inner)
            : exception;

    private static bool IsAway(NpgsqlException exception) =>
        exception.IsTransient
        || exception.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown;
}
