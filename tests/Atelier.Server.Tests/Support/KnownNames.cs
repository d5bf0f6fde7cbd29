using System.Collections.Concurrent;
using System.Net;
using Atelier.Platform.Outgoing;

namespace Atelier.Support;

/// <summary>A directory of hosts that says what it is told to; a host may move from one question to the next.</summary>
internal sealed class KnownNames : INameLookup
{
    private readonly ConcurrentDictionary<string, Queue<IReadOnlyList<IPAddress>>> _hosts = [];

    /// <param name="answers">For one question each, with commas between addresses; the last for all that follow.</param>
    public void Set(string host, params string[] answers) =>
        _hosts[host] = new(
            answers.Select(answer => (IReadOnlyList<IPAddress>)[.. answer.Split(',').Select(IPAddress.Parse)])
        );

    public Task<IReadOnlyList<IPAddress>> FindAsync(string host, CancellationToken cancel)
    {
        if (!_hosts.TryGetValue(host, out var answers))
            return Task.FromResult<IReadOnlyList<IPAddress>>([]);
        lock (answers)
            return Task.FromResult(answers.Count > 1 ? answers.Dequeue() : answers.Peek());
    }
}
