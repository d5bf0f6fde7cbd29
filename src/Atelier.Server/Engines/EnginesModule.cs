using Atelier.Drawing.Art;
using Atelier.Drawing.Backdrops;
using Atelier.Drawing.Characters;
using Atelier.Drawing.Composition;
using Atelier.Generation;
using Atelier.Language;
using Atelier.Language.Figures;
using Atelier.Platform;
using Microsoft.Extensions.Options;

namespace Atelier.Engines;

/// <summary>What every studio works with: language, drawing, and the models that are configured.</summary>
internal static class EnginesModule
{
    public static void AddEngines(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddGeneration(builder.Configuration);
        services.AddSingleton(provider => LanguagePack.Load(Packs(provider)));
        services.AddSingleton(provider => FigureWords.Load(Packs(provider)));
        services.AddSingleton(provider => ArtPack.Load(Packs(provider)));
        services.AddSingleton(provider => VisualLexicon.Load(Packs(provider), provider.GetRequiredService<ArtPack>()));
        services.AddSingleton<CharacterArtist>();
        services.AddSingleton(provider => new Illustrator(
            provider.GetRequiredService<VisualLexicon>(),
            new BackdropPainter(),
            provider.GetRequiredService<CharacterArtist>().Draw
        ));
    }

    private static string Packs(IServiceProvider services) =>
        services.GetRequiredService<IOptions<StudioOptions>>().Value.Packs;
}
