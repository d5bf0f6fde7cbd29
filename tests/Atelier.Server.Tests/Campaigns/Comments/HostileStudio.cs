using System.Collections.Concurrent;
using System.Net;
using Atelier.Platform.Outgoing;
using Atelier.Support;
using Atelier.Testing.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Atelier.Campaigns.Comments;

/// <summary>A studio whose model obeys whoever it reads, and which writes down every host it would visit.</summary>
public sealed class HostileStudio : StudioFactory
{
    internal FakeModelServer Server { get; } = FakeModelServer.StartAsync().GetAwaiter().GetResult();

    internal ObedientModel Model { get; } = new();

    internal AskedNames Names { get; } = new();

    internal override void Adjust(WebApplicationBuilder builder)
    {
        Server.Otherwise(Model.Answer);
        builder.Configuration["Atelier:Generation:Chat:Endpoint"] = $"{Server.Endpoint}";
        builder.Configuration["Atelier:Generation:Chat:Model"] = FakeModelServer.Model;
        builder.Configuration["Atelier:Generation:Chat:ApiKey"] = FakeModelServer.Key;
        builder.Configuration["Atelier:Generation:Chat:PricePerMillionInputTokens"] = "2";
        builder.Configuration["Atelier:Generation:Chat:PricePerMillionOutputTokens"] = "10";
        builder.Services.AddSingleton<INameLookup>(Names);
    }

    /// <summary>Knows no host. Nothing goes out of the studio without having asked here.</summary>
    internal sealed class AskedNames : INameLookup
    {
        public ConcurrentQueue<string> Asked { get; } = [];

        public Task<IReadOnlyList<IPAddress>> FindAsync(string host, CancellationToken cancel)
        {
            Asked.Enqueue(host);
            return Task.FromResult<IReadOnlyList<IPAddress>>([]);
        }
    }
}
