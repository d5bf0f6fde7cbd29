using System.Net;

namespace Atelier.Platform.Outgoing;

/// <summary>Finds the addresses of a host.</summary>
internal interface INameLookup
{
    /// <param name="host">A name, or an address as text.</param>
    /// <returns>None when there is no such host.</returns>
    Task<IReadOnlyList<IPAddress>> FindAsync(string host, CancellationToken cancel);
}
