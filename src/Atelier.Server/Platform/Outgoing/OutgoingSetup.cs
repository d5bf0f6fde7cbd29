using System.Net;
using Atelier.Generation;

namespace Atelier.Platform.Outgoing;

internal static class OutgoingSetup
{
    public static void AddOutgoing(this IServiceCollection services)
    {
        services.AddCheckedOptions<OutgoingOptions>(OutgoingOptions.Section);
        services.AddSingleton<INameLookup, SystemNames>();
        services.AddSingleton<OutgoingGuard>();
        services.AddSingleton<OutgoingClient>();
        services.AddKeyedSingleton<HttpMessageHandler>(
            GenerationRegistration.OutsideHandler,
            (provider, _) =>
                OutgoingHandler.Create(
                    provider.GetRequiredService<OutgoingGuard>(),
                    DecompressionMethods.GZip | DecompressionMethods.Brotli
                )
        );
    }
}
