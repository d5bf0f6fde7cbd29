using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Atelier.Generation;

/// <summary>How a video endpoint is spoken to.</summary>
public enum VideoApi
{
    /// <summary>POST /videos, as OpenAI, vLLM-Omni and SGLang understand it.</summary>
    OpenAI,

    /// <summary>Predictions, as Replicate understands them.</summary>
    Replicate,

    /// <summary>A graph of nodes, on a machine of one's own.</summary>
    ComfyUI,
}

/// <summary>An endpoint that makes film clips.</summary>
public sealed record VideoOptions
{
    /// <summary>The dialect that the endpoint speaks.</summary>
    public VideoApi Api { get; init; }

    /// <summary>The address of the API: "https://api.example.org/v1"; for ComfyUI without a version.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>The model's name, as the endpoint knows it; for Replicate "owner/name" or "owner/name:version".</summary>
    public string? Model { get; init; }

    /// <summary>Sent as a bearer token. Better kept in the environment or a file than on a command line.</summary>
    public string? ApiKey { get; init; }

    /// <summary>A file that holds the key; white space around it is ignored.</summary>
    public string? ApiKeyFile { get; init; }

    /// <summary>
    /// A JSON file with what is sent: the graph in API format for ComfyUI, the input for Replicate. Values "{prompt}",
    /// "{width}", "{height}", "{seconds}", "{frames}" (24 a second) and "{seed}" are filled in.
    /// </summary>
    public string? TemplateFile { get; init; }

    /// <summary>Sizes the model offers, "WIDTHxHEIGHT" in pixels; others are refused before anything is paid.</summary>
    [DefaultValue("`1280x720, 720x1280`")]
    public IReadOnlyList<string>? Sizes { get; init; }

    /// <summary>Lengths the model offers, in seconds; the next longer one is ordered and trimmed.</summary>
    [DefaultValue("`4, 8, 12`")]
    public IReadOnlyList<int>? Lengths { get; init; }

    /// <summary>Characters.</summary>
    [Range(1, 32_000)]
    public int LongestPrompt { get; init; } = 4000;

    /// <summary>In the currency the operator thinks in; of a second as ordered, not as trimmed.</summary>
    [Range(0, double.MaxValue)]
    public decimal PricePerSecond { get; init; }

    /// <summary>For one request, and for the longest silence within a download.</summary>
    [Range(0, 3600, MinimumIsExclusive = true)]
    public double TimeoutSeconds { get; init; } = 60;

    /// <summary>Attempts at one request, the first included.</summary>
    [Range(1, 20)]
    public int MaxAttempts { get; init; } = 4;

    /// <summary>Before the second attempt; doubled for each one after, with jitter, unless the server names a time.</summary>
    [Range(0, 600, MinimumIsExclusive = true)]
    public double RetryDelaySeconds { get; init; } = 1;

    /// <summary>Between two looks at a clip, unless the server names a time.</summary>
    [Range(0.5, 600)]
    public double PollSeconds { get; init; } = 5;

    /// <summary>A clip that takes longer is given up and cancelled.</summary>
    [Range(1, 1440)]
    public double LongestRenderMinutes { get; init; } = 30;

    /// <summary>A larger file is refused.</summary>
    [Range(1, 10_000)]
    public int LargestFileMegabytes { get; init; } = 500;

    // Not the properties' own defaults: what is configured would be added to them.
    internal VideoLimits Limits =>
        new([.. (Lengths ?? [4, 8, 12]).Order()], Sizes ?? ["1280x720", "720x1280"], LongestPrompt, PricePerSecond);

    internal string? Key => ApiKeyFile is { } file ? File.ReadAllText(file).Trim() : ApiKey;

    /// <summary>How its requests are repeated: like those of every other model.</summary>
    internal ModelOptions Calls =>
        new()
        {
            TimeoutSeconds = TimeoutSeconds,
            MaxAttempts = MaxAttempts,
            RetryDelaySeconds = RetryDelaySeconds,
            FailuresBeforeRest = 1000, // a poll that fails is asked again anyway
        };
}
