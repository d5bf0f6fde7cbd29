using Atelier.Audit;
using Atelier.Books;
using Atelier.Campaigns;
using Atelier.Engines;
using Atelier.Identity;
using Atelier.Identity.Access;
using Atelier.Jobs;
using Atelier.Library;
using Atelier.Platform;
using Atelier.Projects;
using Atelier.Realtime;
using Atelier.Videos;
using Atelier.Webhooks;

namespace Atelier;

/// <summary>The studio as a table of contents.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args) =>
        args is ["user", .. var rest] ? UserCommand.RunAsync(rest) : StudioHost.RunAsync(() => Build(args));

    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = StudioHost.CreateBuilder(args);
        builder.AddPlatform();
        builder.AddAudit();
        builder.AddIdentity();
        builder.AddProjects();
        builder.AddJobs();
        builder.AddRealtime();
        builder.AddWebhooks();
        builder.AddEngines();
        builder.AddBooks();
        builder.AddVideos();
        builder.AddLibrary();
        builder.AddCampaigns();
        adjust?.Invoke(builder);

        var app = builder.Build();
        app.UsePlatform();
        var routes = app.FollowAccessTable();
        routes.MapPlatform();
        routes.MapRealtime();
        var api = routes.MapGroup("/api/v1");
        api.MapIdentity();
        api.MapAudit();
        api.MapProjects();
        api.MapJobs();
        api.MapWebhooks();
        api.MapBooks();
        api.MapVideos();
        api.MapLibrary();
        api.MapCampaigns();
        return app;
    }
}
