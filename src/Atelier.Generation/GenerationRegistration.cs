using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Atelier.Generation;

public static class GenerationRegistration
{
    /// <summary>
    /// The key of the handler by which addresses are called that a provider names in its answers. Without one, only the
    /// provider's own address is called.
    /// </summary>
    public const string OutsideHandler = "outside";

    /// <summary>Registers <see cref="GenerationModels"/> from <c>Atelier:Generation</c>; bad settings stop the start.</summary>
    public static IServiceCollection AddGeneration(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddOptions<GenerationOptions>()
            .Bind(configuration.GetSection(GenerationOptions.Section))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<GenerationOptions>, GenerationOptionsCheck>();
        services.AddSingleton(provider =>
            Create(
                provider.GetRequiredService<IOptions<GenerationOptions>>().Value,
                provider.GetService<TimeProvider>() ?? TimeProvider.System,
                provider.GetKeyedService<HttpMessageHandler>(OutsideHandler)
            )
        );
        return services;
    }

    /// <summary>The models of checked options.</summary>
    public static GenerationModels Create(
        GenerationOptions options,
        TimeProvider time,
        HttpMessageHandler? outside = null
    ) =>
        new(
            options.Chat is { } chat ? new OpenAIChatModel(chat, time) : null,
            options.Image is { } image ? new OpenAIImageModel(image, time) : null
        )
        {
            Speech = options.Speech is { } speech ? new OpenAISpeechModel(speech, time) : null,
            Video = options.Video is { } video ? new VideoModel(video, time, outside) : null,
            PerJob = options.PerJob,
        };
}
