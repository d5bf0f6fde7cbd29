using Atelier.Platform;
using Atelier.Platform.Database;
using Atelier.Platform.PersonalData;

namespace Atelier.Campaigns.Fetching;

internal static class FetchingSetup
{
    private static readonly TimeSpan PagesStay = TimeSpan.FromDays(30);
    private static readonly TimeSpan FetchesStay = TimeSpan.FromDays(90);

    public static void AddFetching(this IServiceCollection services)
    {
        services.AddCheckedOptions<CrawlOptions>(CrawlOptions.Section);
        services.AddSingleton<Waits>();
        services.AddSingleton<HostTurns>();
        services.AddSingleton<PoliteCaller>();
        services.AddSingleton<RobotsBook>();
        services.AddSingleton<KeptPages>();
        services.AddSingleton<BlockLists>();
        services.AddSingleton<FetchLog>();
        services.AddSingleton<Fetcher>();
        services.AddScoped<HostDesk>();
        services.AddScoped<IPersonalData, FetchesPersonalData>();
        services.AddSingleton(new SweepRule("delete from campaigns.fetches where at < $1", FetchesStay));
        services.AddSingleton(new SweepRule("delete from campaigns.kept_pages where kept_at < $1", PagesStay));
        services.AddSingleton(new SweepRule("delete from campaigns.robots where good_until < $1"));
    }
}
