using System.Collections.Frozen;
using Atelier.JobEngine;
using Atelier.Realtime.Contracts;

namespace Atelier.Realtime.Channels;

/// <summary>The kinds that modules registered, asked in a scope of their own.</summary>
internal sealed class ChannelKinds(IEnumerable<ChannelKindName> names, IServiceScopeFactory scopes)
{
    private readonly FrozenSet<string> _names = names.Select(kind => kind.Name).ToFrozenSet(StringComparer.Ordinal);

    public bool Knows(Channel channel) => _names.Contains(channel.Kind);

    public Task<Guid?> OwnerOfAsync(Channel channel) =>
        AskAsync(channel, kind => kind.OwnerOfAsync(channel.Id, CancellationToken.None));

    public Task<object?> ReadAsync(Channel channel) =>
        AskAsync(channel, kind => kind.ReadAsync(channel.Id, CancellationToken.None));

    /// <summary>The newest events of a job, oldest of them first.</summary>
    public async Task<IReadOnlyList<JobEvent>> PastOfJobAsync(Guid id, int most)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<JobClient>().NewestEventsAsync(id, most);
    }

    /// <remarks>Never cancelled: several connections may wait for the same answer.</remarks>
    private async Task<T> AskAsync<T>(Channel channel, Func<IChannelKind, Task<T>> question)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredKeyedService<IChannelKind>(channel.Kind));
    }
}
