using System.Diagnostics;
using System.Net;

namespace Atelier.Platform.Outgoing;

/// <summary>Connects to places that somebody named, each judged at the moment of the connection.</summary>
internal static class OutgoingHandler
{
    public static SocketsHttpHandler Create(OutgoingGuard guard, DecompressionMethods unpacks) =>
        new()
        {
            ConnectCallback = guard.ConnectAsync,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            UseProxy = false, // a proxy would connect in our place, unjudged
            UseCookies = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = unpacks,
            MaxResponseHeadersLength = 32, // kilobytes
            MaxResponseDrainSize = 16 * 1024,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1), // a moved name is noticed
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(10),
            ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
        };
}
