using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace Atelier.Platform.Outgoing;

/// <summary>A host that is unknown or not to be called; which of the two is nobody's business.</summary>
internal sealed class DestinationRefusedException(string reason) : IOException(reason);

/// <summary>
/// Decides where the studio calls, on the addresses it is about to connect to: a name is looked up once, every address
/// of it is judged, and the connection goes to those addresses and no others.
/// </summary>
internal sealed class OutgoingGuard(INameLookup names, IOptions<OutgoingOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan KeepOwn = TimeSpan.FromMinutes(1);

    private readonly List<IPNetwork> _networks =
    [
        .. options.Value.Allow.Where(OutgoingOptions.IsNetwork).Select(NetworkOf),
    ];
    private readonly HashSet<string> _hosts = [.. options.Value.Allow.Select(Destination.Clean)];
    private IReadOnlySet<IPAddress> _own = SystemNames.OwnAddresses();
    private long _ownSince = clock.GetTimestamp();

    /// <summary>Whether the address can be called at this moment. The connection itself is judged again.</summary>
    public async Task<bool> AllowsAsync(Uri address, CancellationToken cancel)
    {
        try
        {
            await AddressesAsync(Destination.HostOf(address), address.Port, cancel);
            return true;
        }
        catch (DestinationRefusedException)
        {
            return false;
        }
    }

    /// <summary>Whether the operator opened this host by its name or address: one of the house, not of the Internet.</summary>
    public bool Opens(Uri address)
    {
        var host = Destination.HostOf(address);
        return _hosts.Contains(host) || IPAddress.TryParse(host, out var literal) && IsAllowed(literal);
    }

    /// <exception cref="DestinationRefusedException">Nothing was connected to.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var (host, port) = (Destination.Clean(context.DnsEndPoint.Host), context.DnsEndPoint.Port);
        var addresses = await AddressesAsync(host, port, cancel);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync([.. addresses], port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<IReadOnlyList<IPAddress>> AddressesAsync(string host, int port, CancellationToken cancel)
    {
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await names.FindAsync(host, cancel);
        if (addresses.Count == 0)
            throw new DestinationRefusedException($"The host {host} is unknown.");
        if (_hosts.Contains(host))
            return addresses;
        foreach (var address in addresses)
            if (!IsAllowed(address) && (!options.Value.IsPort(port) || IsInside(address)))
                throw new DestinationRefusedException(
                    $"{host} is at {address}, port {port}, which is not to be called."
                );
        return addresses;
    }

    private bool IsAllowed(IPAddress address) =>
        _networks.Exists(network =>
            network.BaseAddress.AddressFamily == address.AddressFamily && network.Contains(address)
        );

    private bool IsInside(IPAddress address)
    {
        if (clock.GetElapsedTime(_ownSince) > KeepOwn)
            (_own, _ownSince) = (SystemNames.OwnAddresses(), clock.GetTimestamp());
        return ForbiddenNetworks.Hold(address) || _own.Contains(address);
    }

    private static IPNetwork NetworkOf(string entry) =>
        IPAddress.TryParse(entry, out var one)
            ? new IPNetwork(one, one.AddressFamily is AddressFamily.InterNetwork ? 32 : 128)
            : IPNetwork.Parse(entry);
}
