using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace Atelier.Platform.Edge;

/// <summary>
/// Takes the client's address and scheme from <c>X-Forwarded-For</c> and <c>-Proto</c>, but only from proxies named in
/// the options. From anybody else these headers are words like any other.
/// </summary>
internal static class TrustedProxies
{
    public static void AddTrustedProxies(this IServiceCollection services) =>
        services
            .AddOptions<ForwardedHeadersOptions>()
            .PostConfigure<IOptions<EdgeOptions>>((headers, edge) => Apply(headers, edge.Value.Proxies));

    /// <summary>Empty lists mean to the framework that everybody is believed, so it is told to read nothing then.</summary>
    private static void Apply(ForwardedHeadersOptions headers, List<string> proxies)
    {
        headers.ForwardedHeaders =
            proxies.Count == 0
                ? ForwardedHeaders.None
                : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        headers.ForwardLimit = null; // as many hops as are proxies of ours; the first that is not is the client
        headers.KnownProxies.Clear();
        headers.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
            if (IPAddress.TryParse(proxy, out var address))
                headers.KnownProxies.Add(address);
            else
                headers.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
    }
}
