using System.Collections.Concurrent;
using Atelier.Jobs;
using Atelier.Realtime.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Atelier.Realtime;

/// <summary>What another module would listen to changes of, and how often it was asked.</summary>
internal sealed class Kites
{
    private int _reads;

    public ConcurrentDictionary<Guid, Guid> Owners { get; } = [];

    public int Height { get; set; }

    public int Reads => _reads;

    public int OwnersAsked;

    public object Read()
    {
        Interlocked.Increment(ref _reads);
        return new { Height };
    }
}

internal sealed class KiteChannel(Kites kites) : IChannelKind
{
    public async Task<Guid?> OwnerOfAsync(Guid id, CancellationToken cancel)
    {
        Interlocked.Increment(ref kites.OwnersAsked);
        await Task.Yield();
        return kites.Owners.TryGetValue(id, out var owner) ? owner : null;
    }

    public async Task<object?> ReadAsync(Guid id, CancellationToken cancel)
    {
        await Task.Yield();
        return kites.Read();
    }
}

/// <summary>A studio with a kind of channel of its own, and three connections for each person.</summary>
public sealed class KiteStudio : JobStudio
{
    internal Kites Kites { get; } = new();

    protected override IEnumerable<string> Settings => [.. base.Settings, "--Atelier:Realtime:ConnectionsPerPerson=3"];

    internal override void Adjust(WebApplicationBuilder builder)
    {
        base.Adjust(builder);
        builder.Services.AddSingleton(Kites).AddChannelKind<KiteChannel>("kite");
    }
}
