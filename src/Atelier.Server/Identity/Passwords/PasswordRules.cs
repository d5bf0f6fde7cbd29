namespace Atelier.Identity.Passwords;

/// <summary>What a new password must be. Length decides; there are no rules of composition.</summary>
internal static class PasswordRules
{
    private const int LeastCharacters = 8;

    /// <returns>Null when it may be used, else why not.</returns>
    public static string? Check(string password) =>
        password.Contains('\0', StringComparison.Ordinal) ? "The password must not contain the NUL character."
        : PasswordHash.Normalise(password).EnumerateRunes().Count() < LeastCharacters
            ? $"The password must have at least {LeastCharacters} characters."
        : !PasswordHash.Fits(password)
            ? $"The password must not be longer than {PasswordHash.MostBytes} bytes (an accented letter takes two or more)."
        : null;
}
