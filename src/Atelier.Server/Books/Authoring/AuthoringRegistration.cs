using Atelier.Generation;
using Atelier.Language;

namespace Atelier.Books.Authoring;

internal static class AuthoringRegistration
{
    /// <summary>The writer and, where an image model is configured, the painter of this studio's books.</summary>
    public static void AddAuthoring(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<BuiltInWriter>();
        builder.Services.AddSingleton<IManuscriptWriter>(services =>
            services.GetRequiredService<GenerationModels>().Chat is { } chat
                ? new ModelWriter(
                    chat,
                    services.GetRequiredService<BuiltInWriter>(),
                    services.GetRequiredService<LanguagePack>()
                )
                : services.GetRequiredService<BuiltInWriter>()
        );
        builder.Services.AddSingleton(services => new Painters(
            services.GetRequiredService<GenerationModels>().Image is { } image ? new PagePainter(image) : null
        ));
    }
}

/// <summary>Holds the painter, which a studio without an image model does not have.</summary>
internal sealed record Painters(PagePainter? Pages);
