using Atelier.JobEngine;
using Atelier.Platform;
using Atelier.Platform.Database;
using Atelier.Platform.Http;
using Atelier.Platform.Http.Idempotency;
using Atelier.Platform.PersonalData;
using Atelier.Platform.Throttling;
using Atelier.Webhooks.Contracts;
using Atelier.Webhooks.Delivering;
using Microsoft.Extensions.Options;

namespace Atelier.Webhooks;

/// <summary>People's own servers are told when their work has ended. How to receive: docs/guides/webhooks.md.</summary>
internal static class WebhooksModule
{
    public static void AddWebhooks(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddCheckedOptions<WebhookOptions>(WebhookOptions.Section);
        builder.AddModuleDatabase<WebhooksDb>();
        services.AddScoped<WebhookOwners>();
        services.AddScoped<DeliveryOwners>();
        services.AddScoped<IPersonalData, WebhooksPersonalData>();
        services.AddSingleton<WebhookAddress>();
        services.AddSingleton<WebhookStanding>();
        services.AddSingleton<DeliveryQueue>();
        services.AddSingleton<DeliveryLedger>();
        services.AddJobHandler<DeliverWebhook, DeliverWebhookHandler>(DeliveryQueue.Lane);
        services.PostConfigure<JobEngineOptions>(jobs => jobs.Lanes.TryAdd(DeliveryQueue.Lane, DeliveryQueue.Slots));
        services.AddSingleton<Letters>();
        services.AddSingleton<EndPost>();
        services.AddSingleton<IWebhookPost, NewsPost>();
        services.AddSingleton<EndReader>();
        services.AddHostedService(provider => provider.GetRequiredService<EndReader>());
        services.AddSingleton(provider => new SweepRule(
            "delete from webhooks.delivery where state > 0 and created_at < $1",
            TimeSpan.FromDays(provider.GetRequiredService<IOptions<WebhookOptions>>().Value.KeepDays)
        ));
    }

    public static void MapWebhooks(this IEndpointRouteBuilder api)
    {
        var webhooks = api.MapGroup("/webhooks").WithTags("Webhooks");
        webhooks
            .MapPost("/", CreateWebhook.Post)
            .Throttle(ThrottlePolicy.Webhooks)
            .ProducesProblem(403)
            .ProducesProblem(404)
            .ProducesProblem(409)
            .ProducesProblem(422);
        webhooks.MapGet("/", ListWebhooks.Get);
        var webhook = webhooks.MapGroup("/{webhookId:guid}").RequireOwner<WebhookOwners>("webhookId", "webhook");
        webhook.MapGet("/", GetWebhook.Get);
        webhook.MapPatch("/", ChangeWebhook.Patch).Throttle(ThrottlePolicy.Webhooks).ProducesProblem(422);
        webhook.MapDelete("/", DeleteWebhook.Delete);
        webhook.MapPost("/secret", ChangeSecret.Post).Throttle(ThrottlePolicy.Webhooks);
        webhook.MapPost("/test", TestWebhook.Post).Idempotent().Throttle(ThrottlePolicy.Webhooks);
        webhook.MapGet("/deliveries", ListDeliveries.Get);
        var delivery = webhooks
            .MapGroup("/deliveries/{deliveryId:guid}")
            .RequireOwner<DeliveryOwners>("deliveryId", "delivery");
        delivery.MapGet("/", GetDelivery.Get);
        delivery
            .MapPost("/redeliver", Redeliver.Post)
            .Idempotent()
            .Throttle(ThrottlePolicy.Webhooks)
            .ProducesProblem(409);
    }
}
