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
            .. Problems(options.PerJob),
        ];
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(BudgetOptions budget)
    {
        if (budget.Calls < 1 || budget.Tokens < 1 || budget.Cost <= 0)
            yield return $"{GenerationOptions.Section}:PerJob: Calls, Tokens and Cost must be above 0.";
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
        if (model.TimeoutSeconds is not (> 0 and <= 3600))
            yield return $"{section}:TimeoutSeconds must be above 0 and at most 3600.";
        if (model.MaxAttempts is < 1 or > 20)
            yield return $"{section}:MaxAttempts must be 1 to 20.";
        if (model.RetryDelaySeconds is not (> 0 and <= 600))
            yield return $"{section}:RetryDelaySeconds must be above 0 and at most 600.";
        if (model.LongestPauseSeconds is not (>= 0 and <= 3600))
            yield return $"{section}:LongestPauseSeconds must be 0 to 3600.";
        if (model.FailuresBeforeRest is < 2 or > 1000)
            yield return $"{section}:FailuresBeforeRest must be 2 to 1000.";
        if (model.RestSeconds is not (>= 0.5 and <= 3600))
            yield return $"{section}:RestSeconds must be 0.5 to 3600.";
        if (model.PricePerMillionInputTokens < 0 || model.PricePerMillionOutputTokens < 0 || model.PricePerImage < 0)
            yield return $"{section}: prices must not be negative.";
        if (model.Sizes.Count == 0 || model.Sizes.Any(size => !ImageSize.TryParse(size, out _)))
            yield return $"{section}:Sizes must be a list of WIDTHxHEIGHT in pixels.";
    }
}
