namespace Atelier.Generation;

/// <summary>What ranges alone cannot say about the settings of a video endpoint.</summary>
internal static class VideoOptionsCheck
{
    public static IEnumerable<string> Problems(string section, VideoOptions options)
    {
        if (
            options.Endpoint is null
            || !options.Endpoint.IsAbsoluteUri
            || options.Endpoint.Scheme is not ("http" or "https")
        )
            yield return $"{section}:Endpoint must be an http or https address.";
        if (string.IsNullOrWhiteSpace(options.Model))
            yield return $"{section}:Model is required.";
        else if (options.Api is VideoApi.Replicate && !options.Model.Contains('/', StringComparison.Ordinal))
            yield return $"{section}:Model must be \"owner/name\" or \"owner/name:version\" for Replicate.";
        if (options.ApiKeyFile is { } file && !File.Exists(file))
            yield return $"{section}:ApiKeyFile names a file that does not exist: {file}";
        if (
            options.TemplateFile is null
                ? options.Api is VideoApi.ComfyUI
                : !RequestTemplate.IsReadable(options.TemplateFile)
        )
            yield return $"{section}:TemplateFile must name a file with a JSON object that holds \"{{prompt}}\".";
        if (options.Limits.Sizes.Count == 0 || options.Limits.Sizes.Any(size => !ImageSize.TryParse(size, out _)))
            yield return $"{section}:Sizes must be a list of WIDTHxHEIGHT in pixels.";
        if (options.Limits.Lengths.Count == 0 || options.Limits.Lengths.Any(length => length is < 1 or > 600))
            yield return $"{section}:Lengths must be a list of seconds, each from 1 to 600.";
    }
}
