using Atelier.Platform.Database;

namespace Atelier.Platform.Throttling;

internal static class ThrottleSetup
{
    public static void AddThrottling(this IServiceCollection services)
    {
        services.AddCheckedOptions<ThrottleOptions>(ThrottleOptions.Section);
        services.AddSingleton<Throttles>();
        services.AddSingleton<Guesses>();
        services.AddSingleton<RequestShares>();
        services.AddSingleton(new SweepRule("delete from platform.throttle where full_at < $1"));
        services.AddSingleton(
            new SweepRule("delete from platform.guess where last_at < $1 and held_until < $1", KeptFor: Guesses.Memory)
        );
    }
}
