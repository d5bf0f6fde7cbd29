using Atelier.Library.Documents;
using Atelier.Platform;
using Atelier.Platform.Database;

namespace Atelier.Library;

/// <summary>The library: documents that people bring, what is found in them, and the characters that come out of them.</summary>
internal static class LibraryModule
{
    public static void AddLibrary(this IHostApplicationBuilder builder)
    {
        builder.AddModuleDatabase<LibraryDb>();
        builder.Services.AddCheckedOptions<LibraryOptions>(LibraryOptions.Section);
        builder.Services.AddDocuments();
    }

    public static void MapLibrary(this IEndpointRouteBuilder api)
    {
        api.MapDocuments();
    }
}
