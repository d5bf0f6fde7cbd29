using Atelier.Identity.Accounts;
using Atelier.Identity.Contracts;
using Atelier.Identity.Sessions;
using Atelier.Identity.Tokens;
using Atelier.Platform;
using Atelier.Platform.Database;
using Microsoft.Extensions.Options;

namespace Atelier.Identity;

/// <summary>People: accounts, sessions, and who is asking.</summary>
internal static class IdentityModule
{
    public static void AddIdentity(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddCheckedOptions<IdentityOptions>("Identity");
        builder.AddModuleDatabase<IdentityDb>();
        services.AddSingleton(provider =>
            KeyFile.LoadOrMake(provider.GetRequiredService<IOptions<StudioOptions>>().Value.DataPath("keys.json"))
        );
        services.AddSingleton<JsonWebToken>();
        services.AddSingleton<SessionTokens>();
        services.AddSingleton<IStartStep, FirstAdmin>();
        services.AddHttpContextAccessor();
        services.AddScoped(provider =>
            CurrentUser.From(provider.GetRequiredService<IHttpContextAccessor>().HttpContext!.User)
        );
        // The core alone: AddAuthentication would bring cookies' data protection and its keys, which nothing here uses.
        services.AddWebEncoders();
        services.AddAuthenticationCore(options =>
        {
            options.DefaultScheme = BearerAuthentication.SchemeName;
            options.AddScheme<BearerAuthentication>(BearerAuthentication.SchemeName, displayName: null);
        });
        services
            .AddAuthorizationBuilder()
            .AddPolicy("admin", policy => policy.RequireAuthenticatedUser().RequireRole(Roles.Admin));
    }

    public static void MapIdentity(this IEndpointRouteBuilder api)
    {
        var auth = api.MapGroup("/auth").WithTags("Auth");
        auth.MapPost("/register", Register.Post).ProducesProblem(409);
        auth.MapPost("/login", Login.Post).ProducesProblem(401);
        auth.MapPost("/refresh", Refresh.Post).ProducesProblem(401);
        auth.MapPost("/logout", Logout.Post).RequireAuthorization();
        auth.MapGet("/me", Me.Get).RequireAuthorization();
    }
}
