namespace Atelier.Platform.Outgoing;

internal static class OutgoingSetup
{
    public static void AddOutgoing(this IServiceCollection services)
    {
        services.AddCheckedOptions<OutgoingOptions>(OutgoingOptions.Section);
        services.AddSingleton<INameLookup, SystemNames>();
        services.AddSingleton<OutgoingGuard>();
        services.AddSingleton<OutgoingClient>();
    }
}
