using Atelier.Drawing.Art;
using Atelier.Language;
using Atelier.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Atelier.Support;

/// <summary>What is read from the packs is the same for every studio of a run, never changes, and takes seconds to read.</summary>
internal static class SharedPacks
{
    private static readonly Lazy<LanguagePack> Language = new(() => LanguagePack.Load(RepositoryRoot.Packs));
    private static readonly Lazy<ArtPack> Art = new(() => ArtPack.Load(RepositoryRoot.Packs));
    private static readonly Lazy<VisualLexicon> Lexicon = new(() =>
        VisualLexicon.Load(RepositoryRoot.Packs, Art.Value)
    );

    public static void ShareAmongStudios(this IServiceCollection services)
    {
        services.AddSingleton(_ => Language.Value);
        services.AddSingleton(_ => Art.Value);
        services.AddSingleton(_ => Lexicon.Value);
    }
}
