using Atelier.Platform;
using Atelier.Platform.Database;
using Atelier.Platform.PersonalData;

namespace Atelier.Campaigns.Fetching;

internal static class FetchingSetup
{
    private static readonly TimeSpan FetchesStay = TimeSpan.FromDays(90);

    public static void AddFetching(this IServiceCollection services)
    {
        services.AddCheckedOptions<CrawlOptions>(CrawlOptions.Section);
        services.AddSingleton<Waits>();
        services.AddSingleton<HostTurns>();
        services.AddScoped<IPersonalData, FetchesPersonalData>();
        services.AddSingleton(new SweepRule("delete from campaigns.fetches where at < $1", FetchesStay));
    }
}
