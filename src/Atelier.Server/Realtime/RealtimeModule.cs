using Atelier.Platform;
using Atelier.Platform.Http;
using Atelier.Realtime.Channels;
using Atelier.Realtime.Contracts;
using Microsoft.AspNetCore.SignalR;

namespace Atelier.Realtime;

/// <summary>Live updates over SignalR: what happens to a person's things, as it happens, on whichever node.</summary>
internal static class RealtimeModule
{
    private const int LargestMessage = 4096; // bytes; a call to subscribe is about 150

    public static void AddRealtime(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddCheckedOptions<RealtimeOptions>(RealtimeOptions.Section);
        services.AddSingleton<MessagePace>();
        services.AddSingleton<ConnectionLimit>();
        services
            .AddSignalR(hub =>
            {
                hub.MaximumReceiveMessageSize = LargestMessage;
                hub.AddFilter<MessagePace>();
            })
            .AddJsonProtocol(json => JsonRules.Apply(json.PayloadSerializerOptions));
        services.AddSingleton<HubLifetimeManager<EventsHub>, EventsLifetime>();
        services.AddSingleton<FrameWriter>();
        services.AddSingleton<Topics>();
        services.AddSingleton<OpenConnections>();
        AddChannels(services);
        services.AddHostedService<JobBroadcast>();
        services.AddHostedService<Housekeeping>();
        services.AddHostedService<Farewell>();
    }

    public static void MapRealtime(this IEndpointRouteBuilder app)
    {
        var limit = app.ServiceProvider.GetRequiredService<ConnectionLimit>();
        app.MapHub<EventsHub>("/ws/events", options => options.CloseOnAuthenticationExpiration = true)
            .DisableRequestTimeout()
            .Add(endpoint => endpoint.RequestDelegate = limit.Around(endpoint.RequestDelegate!));
    }

    private static void AddChannels(IServiceCollection services)
    {
        services.AddSingleton<ChannelKinds>();
        services.AddSingleton<ChannelAccess>();
        services.AddSingleton<ChangedThings>();
        services.AddSingleton<ILiveUpdates>(all => all.GetRequiredService<ChangedThings>());
        services.AddHostedService(all => all.GetRequiredService<ChangedThings>());
        services
            .AddChannelKind<UserChannel>(Channel.User)
            .AddChannelKind<JobChannel>(Channel.Job)
            .AddChannelKind<ProjectChannel>(Channel.Project)
            .AddChannelKind<BatchChannel>(Channel.Batch)
            .AddChannelKind<SystemChannel>(Channel.System.Kind);
    }
}
