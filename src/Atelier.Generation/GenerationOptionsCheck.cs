using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Atelier.Generation;

/// <summary>Stops the start on a setting that could only fail later, with the key in the message.</summary>
internal sealed class GenerationOptionsCheck : IValidateOptions<GenerationOptions>
{
    public ValidateOptionsResult Validate(string? name, GenerationOptions options)
    {
        string[] problems =
        [
            .. Problems("Chat", options.Chat),
            .. Problems("Image", options.Image),
            .. Problems("Speech", options.Speech),
            .. Problems("Video", options.Video),
            .. Ranges($"{GenerationOptions.Section}:PerJob", options.PerJob),
        ];
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Ranges(string section, object options)
    {
        var wrong = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), wrong, validateAllProperties: true);
        return wrong.Select(range => $"{section}:{range.MemberNames.First()}: {range.ErrorMessage}");
    }

    private static IEnumerable<string> Problems(string kind, VideoOptions? video)
    {
        var section = $"{GenerationOptions.Section}:{kind}";
        return video is null ? [] : [.. VideoOptionsCheck.Problems(section, video), .. Ranges(section, video)];
    }

    private static IEnumerable<string> Problems(string kind, ModelOptions? model)
    {
        if (model is null)
            yield break;
        var section = $"{GenerationOptions.Section}:{kind}";
        if (model.Endpoint is null || !model.Endpoint.IsAbsoluteUri || model.Endpoint.Scheme is not ("http" or "https"))
            yield return $"{section}:Endpoint must be an http or https address.";
        if (string.IsNullOrWhiteSpace(model.Model))
            yield return $"{section}:Model is required.";
        if (model.ApiKeyFile is { } file && !File.Exists(file))
            yield return $"{section}:ApiKeyFile names a file that does not exist: {file}";
        foreach (var problem in Ranges(section, model))
            yield return problem;
        if (model.OfferedSizes.Count == 0 || model.OfferedSizes.Any(size => !ImageSize.TryParse(size, out _)))
            yield return $"{section}:Sizes must be a list of WIDTHxHEIGHT in pixels.";
    }
}
