using Atelier.Identity;
using Atelier.Platform;
using Atelier.Projects;

namespace Atelier;

/// <summary>The studio as a table of contents.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args) => StudioHost.RunAsync(() => Build(args));

    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = StudioHost.CreateBuilder(args);
        builder.AddPlatform();
        builder.AddIdentity();
        builder.AddProjects();
        adjust?.Invoke(builder);

        var app = builder.Build();
        app.UsePlatform();
        var api = app.MapGroup("/api/v1");
        api.MapIdentity();
        api.MapProjects();
        return app;
    }
}
