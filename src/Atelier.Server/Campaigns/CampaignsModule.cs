using Atelier.Campaigns.Blogs;
using Atelier.Campaigns.Comments;
using Atelier.Campaigns.Fetching;
using Atelier.Platform.Database;

namespace Atelier.Campaigns;

/// <summary>Campaigns: a crew that reads blogs politely and drafts comments on them. People decide; nothing is posted.</summary>
internal static class CampaignsModule
{
    public static void AddCampaigns(this IHostApplicationBuilder builder)
    {
        builder.AddModuleDatabase<CampaignsDb>();
        builder.Services.AddFetching();
        builder.Services.AddBlogs();
        builder.Services.AddCrew();
        builder.Services.AddComments();
    }

    public static void MapCampaigns(this IEndpointRouteBuilder api)
    {
        api.MapHosts();
        api.MapBlogs();
        api.MapCrew();
        api.MapComments();
    }
}
