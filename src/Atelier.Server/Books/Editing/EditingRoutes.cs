using Atelier.Platform.Http.Idempotency;
using Atelier.Platform.Throttling;

namespace Atelier.Books.Editing;

internal static class EditingRoutes
{
    public static void AddEditing(this IServiceCollection services)
    {
        services.AddSingleton<PageReader>();
        services.AddScoped<Revision>();
        services.AddScoped<BookChanges>();
    }

    public static void MapEditing(this IEndpointRouteBuilder book)
    {
        var page = book.MapGroup("/pages/{number:int}");
        page.MapGet("/", GetPage.Get).ProducesProblem(409);
        page.MapPatch("/", ChangePage.Patch)
            .Throttle(ThrottlePolicy.Generate)
            .ProducesProblem(400)
            .ProducesProblem(409);
        page.MapPost("/measure", MeasurePage.Post).ProducesProblem(400).ProducesProblem(409);
        page.MapPost("/regenerate", RegeneratePage.Post)
            .Idempotent()
            .Throttle(ThrottlePolicy.Generate)
            .ProducesProblem(409);
        page.MapPost("/lock", LockPage.Lock);
        page.MapPost("/unlock", LockPage.Unlock);
        book.MapGet("/versions", ListVersions.Get);
        book.MapPost("/versions/{number:int}/restore", RestoreVersion.Post)
            .Idempotent()
            .Throttle(ThrottlePolicy.Generate)
            .ProducesProblem(409);
    }
}
