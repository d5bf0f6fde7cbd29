using System.ClientModel;
using OpenAI.Images;

namespace Atelier.Generation;

/// <summary>Any server that speaks OpenAI's image generation.</summary>
internal sealed class OpenAIImageModel(ModelOptions options, TimeProvider time) : IImageModel
{
    private const int LargestPicture = 64 << 20; // bytes; far above any size a model offers

    private readonly ImageClient _client = ModelCalls.Client(options).GetImageClient(options.Model);
    private readonly ModelCalls _calls = new(options, time);

    public string Name => options.Model!;

    public async Task<ModelAnswer<GeneratedPicture>> DrawAsync(
        PictureRequest request,
        Budget budget,
        CancellationToken cancel
    )
    {
        var size = ImageSize.Nearest(options.OfferedSizes, request.Aspect);
        var settings = new ImageGenerationOptions { Size = new GeneratedImageSize(size.Width, size.Height) };
        if (!Name.StartsWith("gpt-image", StringComparison.Ordinal)) // those always send bytes and refuse the field
            settings.ResponseFormat = GeneratedImageFormat.Bytes;
        var (picture, failure) = await _calls.RunAsync(
            async attempt => Picture(await _client.GenerateImageAsync(request.Prompt, settings, attempt), size),
            budget,
            cancel
        );
        if (picture is null)
            return new(null, failure, default);
        var usage = new Usage(0, 0, 0, options.PricePerImage);
        budget.Add(usage);
        return new(picture, null, usage with { Calls = 1 });
    }

    private static GeneratedPicture Picture(ClientResult<GeneratedImage> result, ImageSize asked)
    {
        var bytes = result.Value.ImageBytes?.ToArray() ?? [];
        if (bytes.Length is 0 or > LargestPicture || MediaType(bytes) is not { } type)
            throw new FailureException(
                new(FailureCodes.BadAnswer, "The model sent something that is not a picture.", true)
            );
        return new GeneratedPicture(bytes, type, asked.Width, asked.Height);
    }

    private static string? MediaType(ReadOnlySpan<byte> bytes) =>
        bytes is [0x89, (byte)'P', (byte)'N', (byte)'G', ..] ? "image/png"
        : bytes is [0xFF, 0xD8, 0xFF, ..] ? "image/jpeg"
        : bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8) ? "image/webp"
        : null;
}
