using System.Net;
using System.Net.Sockets;

namespace Atelier.Platform.Outgoing;

/// <summary>
/// Addresses that are not on the public Internet, or that lead elsewhere than they say (translated and tunnelled ones,
/// even when a public address is inside).
/// </summary>
internal static class ForbiddenNetworks
{
    private static readonly IPNetwork[] V4 = Parse(
        "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 "
            + "192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4"
    );

    private static readonly IPNetwork[] V6 = Parse(
        "::/96 ::ffff:0:0:0/96 64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/32 2001:2::/48 2001:10::/28 2001:20::/28 "
            + "2001:db8::/32 2002::/16 3fff::/20 5f00::/16 fc00::/7 fe80::/10 fec0::/10 ff00::/8"
    );

    // Asked by family first, and mapped ones by themselves: a network takes IPv4 in IPv6 clothing for plain IPv4.
    public static bool Hold(IPAddress address) =>
        address.IsIPv4MappedToIPv6
        || Array.Exists(
            address.AddressFamily is AddressFamily.InterNetwork ? V4 : V6,
            network => network.Contains(address)
        );

    private static IPNetwork[] Parse(string networks) => [.. networks.Split(' ').Select(IPNetwork.Parse)];
}
