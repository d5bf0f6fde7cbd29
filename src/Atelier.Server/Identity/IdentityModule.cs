using Atelier.Identity.Access;
using Atelier.Identity.Accounts;
using Atelier.Identity.Contracts;
using Atelier.Identity.Emails;
using Atelier.Identity.Factors;
using Atelier.Identity.Keys;
using Atelier.Identity.Notices;
using Atelier.Identity.Operators;
using Atelier.Identity.Passwords;
using Atelier.Identity.Sessions;
using Atelier.Identity.Tokens;
using Atelier.JobEngine;
using Atelier.Platform;
using Atelier.Platform.Database;
using Atelier.Platform.Http;
using Atelier.Platform.PersonalData;
using Atelier.Platform.Throttling;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Atelier.Identity;

/// <summary>People: accounts, sessions, and who is asking.</summary>
internal static class IdentityModule
{
    public static void AddIdentity(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddCheckedOptions<IdentityOptions>(IdentityOptions.Section);
        builder.AddModuleDatabase<IdentityDb>();
        services.AddSingleton(provider => new KeyFile(
            provider.GetRequiredService<IOptions<StudioOptions>>().Value.DataPath("keys.json")
        ));
        services.AddSingleton<SigningKeys>();
        services.AddSingleton<KeyRotation>();
        services.AddHostedService<KeyWatch>();
        services.AddSingleton<JsonWebToken>();
        services.AddSingleton<KnownTokens>();
        services.AddSingleton<SessionTokens>();
        services.AddSingleton<RefreshCookie>();
        services.AddSingleton<PasswordRules>();
        services.AddSingleton(new PasswordWork(PasswordHash.Cost));
        services.AddScoped<IPeople, People>();
        services.AddSingleton<IStartStep>(provider => provider.GetRequiredService<PasswordRules>());
        services.AddSingleton<IStartStep, FirstAdmin>();
        services.AddSingleton(provider => new SessionStanding(
            provider.GetRequiredService<NpgsqlDataSource>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<IOptions<IdentityOptions>>().Value.AdminsNeedSecondFactor
        ));
        services.AddSingleton<ISessions>(provider => provider.GetRequiredService<SessionStanding>());
        services.AddSingleton<StandingReset>();
        services.ConfigureDbContext<IdentityDb>(
            (provider, db) => db.AddInterceptors(provider.GetRequiredService<StandingReset>())
        );
        services.AddScoped<SessionEnd>();
        services.AddScoped<SessionOwners>();
        services.AddScoped<KnownDevices>();
        services.AddScoped<LoginGuard>();
        services.AddScoped<RefreshSession>();
        services.AddScoped<SessionStart>();
        services.AddSingleton(provider => new FactorSeal(SealingKeys(provider)));
        services.AddSingleton<ISecretSeal>(provider => new FactorSeal(SealingKeys(provider), "atelier secret"));
        services.AddScoped<FactorCheck>();
        services.AddSingleton<KnownApiKeys>();
        services.AddScoped<ApiKeyOwners>();
        services.AddScoped<NewPassword>();
        services.AddScoped<UserRights>();
        services.AddScoped<AccountRemoval>();
        services.AddScoped<IPersonalData, IdentityPersonalData>();
        services.AddScoped<Operator>();
        services.AddScoped<UserImport>();
        services.AddJobHandler<SendResetLink, SendResetLinkHandler>(lane: "mail");
        services.AddJobHandler<SendEmailLink, SendEmailLinkHandler>(lane: "mail");
        services.AddJobHandler<SendNotice, SendNoticeHandler>(lane: "mail");
        services.AddSingleton<NoticeBoard>();
        services.SweepIdentity();
        services.AddSingleton<IPersonNotices, PersonNotices>();
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
        services.AddAuthorization();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, AccessRefusal>();
        services.AddHostedService<AccessCheck>();
    }

    public static void MapIdentity(this IEndpointRouteBuilder api)
    {
        var auth = api.MapGroup("/auth").WithTags("Auth");
        auth.MapPost("/register", Register.Post).Throttle(ThrottlePolicy.Register).ProducesProblem(409);
        auth.MapPost("/login", Login.Post).ProducesProblem(401).ProducesProblem(403);
        auth.MapPost("/refresh", Refresh.Post)
            .Throttle(ThrottlePolicy.Refresh)
            .ProducesProblem(401)
            .ProducesProblem(403);
        auth.MapPost("/logout", Logout.Post);
        auth.MapPost("/step-up", StepUp.Post).SlowGuesses("password");
        auth.MapPost("/password", ChangePassword.Post).SlowGuesses("password");
        auth.MapPost("/forgot", ForgotPassword.Post).Throttle(ThrottlePolicy.Forgot);
        auth.MapPost("/reset", ResetPassword.Post).Throttle(ThrottlePolicy.Reset);
        auth.MapPost("/verify", VerifyEmail.Post).Throttle(ThrottlePolicy.Reset);
        auth.MapPost("/verify/resend", ResendVerification.Post).Throttle(ThrottlePolicy.Forgot).ProducesProblem(409);
        auth.MapPost("/email", ChangeEmail.Post).RequireRecentLogin().Throttle(ThrottlePolicy.Forgot);
        auth.MapPost("/email/confirm", ConfirmEmail.Post).Throttle(ThrottlePolicy.Reset).ProducesProblem(409);
        auth.MapPost("/login/factor", LoginWithFactor.Post)
            .ProducesProblem(401)
            .ProducesProblem(403)
            .ProducesProblem(429);
        auth.MapGet("/me", Me.Get);
        auth.MapGet("/validate", Validate.Get);

        var sessions = auth.MapGroup("/sessions");
        sessions.MapGet("/", ListSessions.Get);
        sessions.MapDelete("/", EndSession.DeleteAll);
        var session = sessions.MapGroup("/{sessionId:guid}").RequireOwner<SessionOwners>("sessionId", "session");
        session.MapDelete("/", EndSession.Delete);

        var keys = api.MapGroup("/admin/signing-keys").WithTags("Admin");
        keys.MapGet("/", ListSigningKeys.Get);
        keys.MapPost("/rotate", RotateSigningKey.Post);

        var factor = auth.MapGroup("/totp");
        factor.MapGet("/", GetFactor.Get);
        factor.MapPost("/", EnrolFactor.Post).RequireRecentLogin().ProducesProblem(409);
        factor.MapPost("/confirm", ConfirmFactor.Post).ProducesProblem(409).ProducesProblem(429);
        factor.MapPost("/recovery-codes", RenewRecoveryCodes.Post).RequireRecentLogin().ProducesProblem(409);
        factor.MapDelete("/", RemoveFactor.Delete).RequireRecentLogin().ProducesProblem(409);

        var apiKeys = auth.MapGroup("/keys");
        apiKeys.MapPost("/", CreateApiKey.Post).RequireRecentLogin().ProducesProblem(409);
        apiKeys.MapGet("/", ListApiKeys.Get);
        var key = apiKeys.MapGroup("/{keyId:guid}").RequireOwner<ApiKeyOwners>("keyId", "key");
        key.MapDelete("/", RevokeApiKey.Delete);

        var users = api.MapGroup("/users").WithTags("Users");
        users.MapGet("/me", Me.Get);
        users.MapPatch("/me", ReviseMe.Patch);
        users.MapDelete("/me", DeleteUser.DeleteMe).RequireRecentLogin().ProducesProblem(409);
        users.MapGet("/me/export", ExportMe.Get).RequireRecentLogin().Produces<Stream>(200, "application/zip");
        users.MapGet("/", ListUsers.Get);
        var user = users.MapGroup("/{userId:guid}").ProducesProblem(404);
        user.MapGet("/", GetUser.Get);
        user.MapPatch("/", ChangeUser.Patch).ProducesProblem(409);
        user.MapDelete("/", DeleteUser.Delete).RequireRecentLogin().ProducesProblem(409);
        user.MapPost("/reset", ForceReset.Post);
    }

    private static KeyRing SealingKeys(IServiceProvider provider) =>
        new KeyFile(
            provider.GetRequiredService<IOptions<StudioOptions>>().Value.DataPath("factor-keys.json")
        ).ReadOrMake(provider.GetRequiredService<TimeProvider>().GetUtcNow());
}
