using System.ComponentModel.DataAnnotations;
using Atelier.Identity.Accounts;
using Atelier.JobEngine;
using Atelier.Platform.Database;
using Atelier.Platform.Throttling;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Identity.Passwords;

public sealed record ForgotPasswordRequest(
    [property:
        Required,
        StringLength(254),
        RegularExpression(Register.EmailShape, ErrorMessage = "This is not an e-mail address.")
    ]
        string Email
);

/// <summary>
/// Asks for a link to choose a new password. Whether there is an account is found out later, by a job, so that the answer
/// and its time tell nothing.
/// </summary>
internal static class ForgotPassword
{
    public static async Task<Results<Accepted, ProblemHttpResult>> Post(
        ForgotPasswordRequest request,
        IdentityDb db,
        JobClient jobs,
        Throttles throttles,
        CancellationToken cancel
    )
    {
        var email = request.Email.ToLowerInvariant();
        if (await throttles.TakeAsync(ThrottlePolicy.Links, email, cancel) is { } refusal)
            return refusal.ToHttp();
        await db.InTransactionAsync(
            tx => jobs.EnqueueAsync(tx, new SendResetLink(email), SendResetLink.Options(email), cancel),
            cancel
        );
        return TypedResults.Accepted((string?)null);
    }
}
