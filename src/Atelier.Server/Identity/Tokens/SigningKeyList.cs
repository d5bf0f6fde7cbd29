using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Identity.Tokens;

/// <param name="SignsFrom">When it signs, or has begun to.</param>
/// <param name="EndsAt">Until when it verifies; null when nothing follows it yet.</param>
internal sealed record SigningKeyView(string Id, DateTimeOffset? SignsFrom, DateTimeOffset? EndsAt, bool IsCurrent);

/// <summary>The newest first. The secrets leave the data folder in no answer.</summary>
internal sealed record SigningKeyList(IReadOnlyList<SigningKeyView> Items);

internal static class ListSigningKeys
{
    public static Ok<SigningKeyList> Get(SigningKeys keys)
    {
        keys.Reload();
        var (ring, current) = (keys.Ring, keys.Current);
        return TypedResults.Ok(
            new SigningKeyList([
                .. ring.Keys.Select(key => new SigningKeyView(
                    key.Id,
                    key.SignsFrom,
                    ring.EndOf(key, keys.Overlap),
                    key.Id == current.Id
                )),
            ])
        );
    }
}

/// <summary>Adds a signing key that takes over in a minute. Tokens that were given out stay good until they expire.</summary>
internal static class RotateSigningKey
{
    public static async Task<Ok<SigningKeyList>> Post(KeyRotation rotation, SigningKeys keys, CancellationToken cancel)
    {
        await rotation.RotateAsync(cancel);
        return ListSigningKeys.Get(keys);
    }
}
