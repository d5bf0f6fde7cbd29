using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Atelier.Benchmarks.Realtime.Servers;

internal sealed class EmptyHub : Hub;

/// <summary>SignalR and nothing else, broadcasting to all.</summary>
internal static class SignalRServer
{
    public static async Task<int> RunAsync(string address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        builder.Services.AddSignalR();
        await using var app = builder.Build();
        app.MapHub<EmptyHub>("/events");
        await app.StartAsync();
        var everybody = app.Services.GetRequiredService<IHubContext<EmptyHub>>().Clients.All;
        await Orders.FollowAsync(n => new(everybody.SendAsync("event", SampleEvent.Now(n))));
        return 0;
    }
}
