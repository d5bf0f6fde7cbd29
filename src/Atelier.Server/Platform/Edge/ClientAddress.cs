using System.Net;
using System.Net.Sockets;

namespace Atelier.Platform.Edge;

/// <summary>Where a request comes from, as far as it can be believed (see <see cref="TrustedProxies"/>).</summary>
internal static class ClientAddress
{
    private const int NetworkBytes = 8;

    public static string Of(HttpContext http) => Plain(http.Connection.RemoteIpAddress)?.ToString() ?? "";

    /// <summary>What one household has: an IPv4 address, or the 2^64 addresses of an IPv6 network.</summary>
    public static string NetworkOf(HttpContext http)
    {
        var address = Plain(http.Connection.RemoteIpAddress);
        if (address?.AddressFamily is not AddressFamily.InterNetworkV6)
            return address?.ToString() ?? "";
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(NetworkBytes).Clear();
        return $"{new IPAddress(bytes)}/64";
    }

    private static IPAddress? Plain(IPAddress? address) =>
        address?.IsIPv4MappedToIPv6 == true ? address.MapToIPv4() : address;
}
