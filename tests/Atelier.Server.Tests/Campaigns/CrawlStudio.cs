using Atelier.Campaigns.Fetching;
using Atelier.Platform.Outgoing;
using Atelier.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Atelier.Campaigns;

/// <summary>
/// A studio whose Internet is this machine, as public as any to the crawler: it keeps its five seconds, which pass at once.
/// </summary>
public class CrawlStudio : StudioFactory
{
    internal KnownNames Names { get; } = new();

    internal Fetcher Fetcher => Services.GetRequiredService<Fetcher>();

    // By its network: a name that leads there is not one of the house's own.
    protected override IEnumerable<string> Settings =>
        [
            .. base.Settings,
            "--Atelier:Outgoing:Allow:0=127.0.0.0/8",
            "--Atelier:Campaigns:Crawl:About=https://studio.example.org/bot",
        ];

    internal override void Adjust(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<INameLookup>(Names);
        builder.Services.Replace(ServiceDescriptor.Singleton<Waits>(new JumpingWaits(Clock)));
    }

    internal Task<FetchResult> FetchAsync(Person person, Uri address, FetchPurpose purpose = FetchPurpose.Page) =>
        Fetcher.FetchAsync(new(address, purpose, person.Id), TestContext.Current.CancellationToken);

    private sealed class JumpingWaits(TestClock clock) : Waits(clock)
    {
        public override Task ForAsync(TimeSpan time, CancellationToken cancel)
        {
            clock.Advance(time);
            return Task.CompletedTask;
        }
    }
}
