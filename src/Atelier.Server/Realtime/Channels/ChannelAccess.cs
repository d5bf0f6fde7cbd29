using System.Collections.Concurrent;
using Atelier.Identity.Contracts;
using Atelier.Platform.Errors;
using Atelier.Platform.Http;

namespace Atelier.Realtime.Channels;

/// <summary>
/// Says whether a channel is the person's own. What was asked within the last seconds is known, so that a thousand
/// clients that come back at once ask the database once.
/// </summary>
internal sealed class ChannelAccess(ChannelKinds kinds, TimeProvider time)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<Channel, (Lazy<Task<Guid?>> Owner, long Since)> _owners = [];

    /// <returns>Null when the person may listen.</returns>
    public async Task<Problem?> RefuseAsync(Channel channel, CurrentUser user)
    {
        if (channel == Channel.System)
            return user.Role is "admin" or "moderator"
                ? null
                : Problem.Forbidden(detail: "This channel is for moderators and admins.");
        return Ownership.Judge(await OwnerOfAsync(channel), user.Id, channel.Kind);
    }

    /// <summary>Lets go of what is no longer trusted.</summary>
    public void Sweep()
    {
        foreach (var (channel, known) in _owners)
            if (IsOld(known.Since))
                _owners.TryRemove(new(channel, known));
    }

    private async Task<Guid?> OwnerOfAsync(Channel channel)
    {
        var known = _owners.AddOrUpdate(channel, Ask, (asked, old) => IsOld(old.Since) ? Ask(asked) : old);
        try
        {
            var owner = await known.Owner.Value;
            if (owner is null)
                _owners.TryRemove(new(channel, known)); // it may be made in a moment
            return owner;
        }
        catch
        {
            _owners.TryRemove(new(channel, known));
            throw;
        }
    }

    private (Lazy<Task<Guid?>>, long) Ask(Channel channel) =>
        (new(() => kinds.OwnerOfAsync(channel)), time.GetTimestamp());

    private bool IsOld(long since) => time.GetElapsedTime(since) > Lasts;
}
