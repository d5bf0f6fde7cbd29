using System.Security.Cryptography;
using Atelier.Identity.Contracts;
using Atelier.Platform.Database;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using QRCoder;

namespace Atelier.Identity.Factors;

/// <param name="Secret">For apps that cannot read the picture.</param>
/// <param name="Uri">What the picture says.</param>
/// <param name="Qr">An SVG.</param>
internal sealed record FactorEnrolmentView(string Secret, string Uri, string Qr);

/// <summary>Begins to set up an authenticator app. Nothing changes for logins until a first code confirms it.</summary>
internal static class EnrolFactor
{
    private const int PixelsPerModule = 4;

    public static async Task<Results<Ok<FactorEnrolmentView>, ProblemHttpResult>> Post(
        CurrentUser caller,
        IdentityDb db,
        FactorCheck factors,
        FactorSeal seal,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        var secret = RandomNumberGenerator.GetBytes(Totp.SecretBytes);
        var email = await db.InTransactionAsync(
            async _ =>
            {
                // Locked, so that two enrolments at once leave one.
                var user = await db
                    .Users.FromSql($"select * from identity.\"user\" where id = {caller.Id} for update")
                    .SingleAsync(cancel);
                if (await factors.IsOnAsync(caller.Id, cancel))
                    return null;
                await db.Factors.Where(f => f.UserId == caller.Id).ExecuteDeleteAsync(cancel);
                db.Factors.Add(Factor.Enrol(caller.Id, secret, seal, clock.GetUtcNow()));
                return user.Email;
            },
            cancel
        );
        if (email is null)
            return FactorRefusal.AlreadyOn.ToHttp();
        var uri = Totp.UriOf(secret, email);
        return TypedResults.Ok(new FactorEnrolmentView(Base32.Encode(secret), uri, Draw(uri)));
    }

    private static string Draw(string uri)
    {
        using var data = QRCodeGenerator.GenerateQrCode(uri, QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(data);
        return picture.GetGraphic(PixelsPerModule);
    }
}
