using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Atelier.Platform.Outgoing;

/// <summary>Names as this machine knows them.</summary>
internal sealed class SystemNames : INameLookup
{
    public async Task<IReadOnlyList<IPAddress>> FindAsync(string host, CancellationToken cancel)
    {
        try
        {
            return await Dns.GetHostAddressesAsync(host, cancel);
        }
        catch (Exception e) when (e is SocketException or ArgumentException)
        {
            return [];
        }
    }

    /// <summary>The addresses of this machine, public ones included: what it serves inwards must not be reached by way of them.</summary>
    public static IReadOnlySet<IPAddress> OwnAddresses() =>
        NetworkInterface
            .GetAllNetworkInterfaces()
            .SelectMany(card => card.GetIPProperties().UnicastAddresses)
            .Select(own => new IPAddress(own.Address.GetAddressBytes()))
            .ToHashSet();
}
