using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Atelier.Generation.Tests;

public class GenerationOptionsTests
{
    private static GenerationModels Models(params (string Key, string Value)[] settings) =>
        new ServiceCollection()
            .AddGeneration(
                new ConfigurationBuilder()
                    .AddInMemoryCollection(
                        settings.Select(s =>
                            KeyValuePair.Create<string, string?>("Atelier:Generation:" + s.Key, s.Value)
                        )
                    )
                    .Build()
            )
            .BuildServiceProvider()
            .GetRequiredService<GenerationModels>();

    [Fact]
    public void With_nothing_configured_there_is_no_model() => Assert.Equal(new GenerationModels(null, null), Models());

    [Fact]
    public void A_configured_chat_model_is_there_and_the_image_model_is_not()
    {
        var models = Models(("Chat:Endpoint", "http://127.0.0.1:9/v1"), ("Chat:Model", "small"));
        Assert.Equal("small", models.Chat?.Name);
        Assert.Null(models.Image);
    }

    [Fact]
    public void A_video_model_offers_exactly_the_lengths_and_sizes_that_were_set()
    {
        var video = Models(
            ("Video:Endpoint", "http://127.0.0.1:9/v1"),
            ("Video:Model", "film"),
            ("Video:Lengths:0", "6"),
            ("Video:Sizes:0", "640x360")
        ).Video!;
        Assert.Equal([6], video.Limits.Lengths);
        Assert.Equal(["640x360"], video.Limits.Sizes);
    }

    [Theory]
    [InlineData("Video:Model", "film", "Atelier:Generation:Video:Endpoint")]
    [InlineData("Video:Api", "ComfyUI", "Atelier:Generation:Video:TemplateFile")]
    [InlineData("Video:PollSeconds", "0", "Atelier:Generation:Video:PollSeconds")]
    [InlineData("Video:Sizes:0", "big", "Atelier:Generation:Video:Sizes")]
    [InlineData("Chat:Model", "small", "Atelier:Generation:Chat:Endpoint")]
    [InlineData("Image:Endpoint", "http://127.0.0.1:9/v1", "Atelier:Generation:Image:Model")]
    [InlineData("Chat:TimeoutSeconds", "0", "Atelier:Generation:Chat:TimeoutSeconds")]
    [InlineData("Chat:ApiKeyFile", "/does/not/exist", "Atelier:Generation:Chat:ApiKeyFile")]
    [InlineData("PerJob:Calls", "0", "Atelier:Generation:PerJob")]
    [InlineData("Image:Sizes:0", "big", "Atelier:Generation:Image:Sizes")]
    public void A_bad_setting_is_named(string key, string value, string named) =>
        Assert.Contains(
            named,
            Assert.Throws<OptionsValidationException>(() => Models((key, value))).Message,
            StringComparison.Ordinal
        );
}
