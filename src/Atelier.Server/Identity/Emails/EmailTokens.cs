using Atelier.Identity.Sessions;
using Atelier.Identity.Tokens;
using Atelier.Platform.Errors;

namespace Atelier.Identity.Emails;

/// <summary>Who brings the token of a mailed link back reads the mail of the address it was sent to.</summary>
internal static class EmailTokens
{
    public static IQueryable<OneTimeToken> ForEmail(this IdentityDb db, string text, DateTimeOffset now)
    {
        var hash = RefreshToken.HashOf(text);
        return db.OneTimeTokens.Where(t => t.Hash == hash && t.Purpose == OneTimeToken.ForAddress && t.ExpiresAt > now);
    }

    public static Problem Dead =>
        Problem.Invalid("token", "This link is not valid any more. Please ask for a new one.");
}
