using Atelier.Platform;
using Microsoft.Extensions.Options;

namespace Atelier.Identity.Passwords;

/// <summary>What a new password must be. Length and rarity decide; there are no rules of composition.</summary>
internal sealed class PasswordRules(IOptions<StudioOptions> studio) : IStartStep
{
    private const int LeastCharacters = 8;
    private const int LeastNamed = 4; // a name of three letters is in too many words to forbid
    private const string Product = "atelier";

    private readonly Lazy<CommonPasswords> _common = new(() => CommonPasswords.Load(studio.Value.Packs));

    /// <summary>A studio without the list does not start, rather than take any password.</summary>
    public Task RunAsync(CancellationToken cancel)
    {
        _ = _common.Value;
        return Task.CompletedTask;
    }

    /// <returns>Null when it may be used, else why not.</returns>
    public string? Check(string password, string email) =>
        password.Contains('\0', StringComparison.Ordinal) ? "The password must not contain the NUL character."
        : PasswordHash.Normalise(password).EnumerateRunes().Count() < LeastCharacters
            ? $"The password must have at least {LeastCharacters} characters."
        : !PasswordHash.Fits(password)
            ? $"The password must not be longer than {PasswordHash.MostBytes} bytes (an accented letter takes two or more)."
        : Names(password, email.Split('@')[0]) ? "The password must not contain your e-mail address."
        : Names(password, Product) ? "The password must not contain the name of this program."
        : _common.Value.Contains(PasswordHash.Normalise(password))
            ? "Too many people use this password or one like it. Several unrelated words make a good one."
        : null;

    private static bool Names(string password, string name) =>
        name.Length >= LeastNamed && password.Contains(name, StringComparison.OrdinalIgnoreCase);
}
