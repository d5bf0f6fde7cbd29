using Microsoft.AspNetCore.SignalR;

namespace Atelier.Realtime;

/// <summary>Gives every connection an outbox, which writes past SignalR's groups straight to it.</summary>
internal sealed class EventsLifetime(OpenConnections connections, ILogger<DefaultHubLifetimeManager<EventsHub>> log)
    : DefaultHubLifetimeManager<EventsHub>(log)
{
    public override Task OnConnectedAsync(HubConnectionContext connection)
    {
        connections.Open(connection);
        return base.OnConnectedAsync(connection);
    }

    public override Task OnDisconnectedAsync(HubConnectionContext connection)
    {
        connections.Close(connection);
        return base.OnDisconnectedAsync(connection);
    }
}
