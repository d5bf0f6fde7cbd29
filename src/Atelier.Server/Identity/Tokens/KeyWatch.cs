using Atelier.Platform;

namespace Atelier.Identity.Tokens;

/// <summary>Follows the key file on a beat, and has a new key made when the newest is old enough.</summary>
internal sealed class KeyWatch(SigningKeys keys, KeyRotation rotation, TimeProvider clock, ILogger<KeyWatch> log)
    : PeriodicWork(TimeSpan.FromSeconds(5), "No new signing key could be made", clock, log)
{
    protected override async Task WorkAsync(CancellationToken cancel)
    {
        keys.Reload();
        await rotation.RotateWhenDueAsync(cancel);
    }
}
