using Atelier.Platform.Edge;
using Atelier.Platform.Errors;
using Atelier.Platform.Throttling;

namespace Atelier.Identity.Sessions;

/// <summary>
/// Slows guessing at passwords down: each pair of account and address has a delay of its own that grows, an address may be
/// wrong only so often over all accounts, and an account over all addresses. A known device has a delay for itself and
/// takes no part in the rest, so strangers cannot keep it waiting.
/// </summary>
internal sealed class LoginGuard(Throttles throttles, Guesses guesses, KnownDevices devices)
{
    private const string What = "login";

    /// <param name="email">In lower case; whether it has an account makes no difference.</param>
    /// <returns>The refusal; null when the password may be looked at, which has been counted as wrong already.</returns>
    public async Task<(Problem? Refusal, LoginTry Try)> BeginAsync(
        HttpContext http,
        string email,
        CancellationToken cancel
    )
    {
        var address = ClientAddress.NetworkOf(http);
        var device = await devices.FindAsync(http, email, cancel);
        var attempt = new LoginTry($"{email} on {device ?? address}", email, address, IsKnown: device is not null);
        if (attempt.IsKnown)
            return (await guesses.TryAsync(What, attempt.Pair, cancel), attempt);
        if (await throttles.TakeAsync(ThrottlePolicy.WrongLogins, address, cancel) is { } spent)
            return (spent, attempt);
        if (await guesses.TryAsync(What, attempt.Pair, cancel) is { } held)
        {
            await throttles.GiveBackAsync(ThrottlePolicy.WrongLogins, address, cancel); // nothing was learnt
            return (held, attempt);
        }
        return (await throttles.TakeAsync(ThrottlePolicy.WrongAccount, email, cancel), attempt);
    }

    /// <summary>The password was right: only wrong ones count.</summary>
    public async Task SucceedAsync(LoginTry attempt, CancellationToken cancel)
    {
        await guesses.RightAsync(What, attempt.Pair, cancel);
        if (attempt.IsKnown)
            return;
        await throttles.GiveBackAsync(ThrottlePolicy.WrongLogins, attempt.Address, cancel);
        await throttles.GiveBackAsync(ThrottlePolicy.WrongAccount, attempt.Email, cancel);
    }
}

/// <summary>One attempt to log in. The pair is the account and where the attempt comes from.</summary>
internal sealed record LoginTry(string Pair, string Email, string Address, bool IsKnown);
