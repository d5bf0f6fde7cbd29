using Atelier.Library.Characters;
using Atelier.Library.Documents;
using Atelier.Library.Mirrors;
using Atelier.Library.Talk;
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
        builder.Services.AddCharacters();
        builder.Services.AddTalk();
        builder.AddMirrors();
    }

    public static void MapLibrary(this IEndpointRouteBuilder api)
    {
        api.MapDocuments();
        api.MapCharacters();
        api.MapTalk();
        api.MapMirrors();
    }
}
