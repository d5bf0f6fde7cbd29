using System.ComponentModel.DataAnnotations;
using Atelier.Audit.Contracts;
using Atelier.Identity.Emails;
using Atelier.Identity.Passwords;
using Atelier.JobEngine;
using Atelier.Platform.Database;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Identity.Accounts;

public sealed record RegisterRequest(
    [property:
        Required,
        StringLength(254),
        RegularExpression(Register.EmailShape, ErrorMessage = "This is not an e-mail address.")
    ]
        string Email,
    [property: Required] string Password,
    [property: StringLength(80)] string? Name = null
);

/// <summary>Opens an account. Whoever has the address already keeps it; a mailed link confirms it.</summary>
internal static class Register
{
    public const string EmailShape = @"^[^\s@<>\p{C}]+@[^\s@<>\p{C}]+$";

    public static async Task<Results<Created<UserView>, ProblemHttpResult>> Post(
        RegisterRequest request,
        IdentityDb db,
        PasswordWork passwords,
        PasswordRules rules,
        IAuditTrail trail,
        JobClient jobs,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        if (rules.Check(request.Password, request.Email) is { } refused)
            return Problem.Invalid("password", refused).ToHttp();
        var name = string.IsNullOrWhiteSpace(request.Name) ? request.Email.Split('@')[0] : request.Name.Trim();
        var hash = await passwords.MakeAsync(request.Password, cancel);
        var user = User.Register(request.Email, name, hash, clock.GetUtcNow());
        db.Users.Add(user);
        try
        {
            await db.InTransactionAsync(
                async transaction =>
                {
                    await trail.RecordAsync(transaction, AuditEntry.OfUser(AuditActions.Registered, user.Id), cancel);
                    var link = new SendEmailLink(user.Id, user.Email, IsNew: false);
                    await jobs.EnqueueAsync(transaction, link, link.Options, cancel);
                    return user;
                },
                cancel
            );
        }
        catch (DbUpdateException e) when (e.IsDuplicate())
        {
            return Problem.Conflict("email_taken", "There is an account with this address already.").ToHttp();
        }
        return TypedResults.Created("/api/v1/auth/me", UserView.Of(user));
    }
}
