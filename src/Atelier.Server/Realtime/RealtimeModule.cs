using Atelier.Platform.Http;
using Microsoft.AspNetCore.SignalR;

namespace Atelier.Realtime;

/// <summary>Live updates over SignalR: what happens to a person's jobs, as it happens.</summary>
internal static class RealtimeModule
{
    private const int LargestMessage = 4096; // bytes; a call to join a channel is about 100

    public static void AddRealtime(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<MessagePace>();
        services
            .AddSignalR(hub =>
            {
                hub.MaximumReceiveMessageSize = LargestMessage;
                hub.AddFilter<MessagePace>();
            })
            .AddJsonProtocol(json => JsonRules.Apply(json.PayloadSerializerOptions));
        services.AddSingleton<Subscriptions>();
        services.AddScoped<ChannelAccess>();
        services.AddHostedService<JobBroadcast>();
        services.AddHostedService<BatchBroadcast>();
        services.AddSingleton<OpenConnections>();
        services.AddHostedService(provider => provider.GetRequiredService<OpenConnections>());
    }

    public static void MapRealtime(this IEndpointRouteBuilder app) =>
        app.MapHub<EventsHub>("/ws/events", options => options.CloseOnAuthenticationExpiration = true)
            .DisableRequestTimeout();
}
