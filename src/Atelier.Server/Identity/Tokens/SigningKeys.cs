using Microsoft.Extensions.Options;

namespace Atelier.Identity.Tokens;

/// <summary>
/// The keys of <see cref="KeyFile"/> as they are now. Every node follows the file: on a beat, and at once when a token
/// names a key that is not known yet.
/// </summary>
internal sealed class SigningKeys
{
    // Longer than any clock skew that a token is granted.
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(1);

    private readonly KeyFile _file;
    private readonly TimeProvider _clock;
    private readonly ILogger<SigningKeys> _log;
    private readonly Lock _lock = new();
    private (DateTime, long) _stamp;
    private volatile KeyRing _ring;

    public SigningKeys(KeyFile file, IOptions<IdentityOptions> options, TimeProvider clock, ILogger<SigningKeys> log)
    {
        (_file, _clock, _log) = (file, clock, log);
        Overlap = TimeSpan.FromMinutes(options.Value.AccessMinutes) + Slack;
        _stamp = file.Stamp;
        _ring = file.ReadOrMake(clock.GetUtcNow());
    }

    /// <summary>How long a key verifies after the next one has begun to sign.</summary>
    public TimeSpan Overlap { get; }

    public KeyRing Ring => _ring;

    public SigningKey Current => _ring.CurrentAt(_clock.GetUtcNow());

    public SigningKey? Find(string id)
    {
        if (Living(id) is { } key)
            return key;
        Reload(); // or another request has just done so
        return Living(id);
    }

    /// <summary>A file that cannot be read leaves the keys as they were.</summary>
    public void Reload()
    {
        lock (_lock)
        {
            var stamp = _file.Stamp;
            if (stamp == _stamp)
                return;
            try
            {
                _ring = _file.Read();
                _stamp = stamp;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                _log.LogWarning("The signing keys stay as they are: {Problem}", e.Message);
            }
        }
    }

    private SigningKey? Living(string id) =>
        _ring.LivingAt(_clock.GetUtcNow(), Overlap).FirstOrDefault(key => key.Id == id);
}
