using Atelier.Testing.Models;

namespace Atelier.Generation.Tests;

internal static class TestModels
{
    public static ModelOptions Options(FakeModelServer server) =>
        new()
        {
            Endpoint = server.Endpoint,
            Model = FakeModelServer.Model,
            ApiKey = FakeModelServer.Key,
            MaxAttempts = 3,
            RetryDelaySeconds = 0.01,
            TimeoutSeconds = 20,
            PricePerMillionInputTokens = 2,
            PricePerMillionOutputTokens = 8,
            PricePerImage = 0.04m,
            PricePerMillionCharacters = 15,
        };

    public static IChatModel Chat(FakeModelServer server, Func<ModelOptions, ModelOptions>? change = null) =>
        GenerationRegistration
            .Create(new GenerationOptions { Chat = (change ?? (same => same))(Options(server)) }, TimeProvider.System)
            .Chat!;

    public static ISpeechModel Speech(FakeModelServer server) =>
        GenerationRegistration.Create(new GenerationOptions { Speech = Options(server) }, TimeProvider.System).Speech!;

    public static IImageModel Image(FakeModelServer server, Func<ModelOptions, ModelOptions>? change = null) =>
        GenerationRegistration
            .Create(new GenerationOptions { Image = (change ?? (same => same))(Options(server)) }, TimeProvider.System)
            .Image!;
}
