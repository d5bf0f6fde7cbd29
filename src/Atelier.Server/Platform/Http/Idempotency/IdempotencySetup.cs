using Atelier.Platform.Database;
using Atelier.Platform.PersonalData;

namespace Atelier.Platform.Http.Idempotency;

internal static class IdempotencySetup
{
    public static void AddIdempotency(this IServiceCollection services)
    {
        services.AddCheckedOptions<IdempotencyOptions>(IdempotencyOptions.Section);
        services.AddSingleton<KeptAnswers>();
        services.AddSingleton<FirstAnswer>();
        services.AddScoped<IPersonalData, IdempotencyPersonalData>();
        services.AddSingleton(new SweepRule("delete from platform.kept_answer where good_until < $1"));
    }
}
