using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Atelier.Generation;

/// <summary>The model endpoints of this studio, section <c>Atelier:Generation</c>. Each may be absent.</summary>
public sealed record GenerationOptions
{
    public const string Section = "Atelier:Generation";

    public ModelOptions? Chat { get; init; }

    public ModelOptions? Image { get; init; }

    public ModelOptions? Speech { get; init; }

    public VideoOptions? Video { get; init; }

    public BudgetOptions PerJob { get; init; } = new();
}

/// <summary>What one job may spend on models.</summary>
public sealed record BudgetOptions
{
    /// <summary>Requests sent, repeated attempts included.</summary>
    [Range(1, int.MaxValue)]
    public int Calls { get; init; } = 200;

    /// <summary>Tokens in and out, over all calls.</summary>
    [Range(1, double.MaxValue)]
    public long Tokens { get; init; } = 500_000;

    /// <summary>In the currency of the prices; unlimited when absent.</summary>
    [Range(0, double.MaxValue, MinimumIsExclusive = true)]
    public decimal? Cost { get; init; }
}

/// <summary>One OpenAI-compatible endpoint.</summary>
public sealed record ModelOptions
{
    /// <summary>The address of the API with its version, as in "http://127.0.0.1:11434/v1".</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>The model's name, as the endpoint knows it.</summary>
    public string? Model { get; init; }

    /// <summary>Sent as a bearer token. Better kept in the environment or a file than on a command line.</summary>
    public string? ApiKey { get; init; }

    /// <summary>A file that holds the key; white space around it is ignored.</summary>
    public string? ApiKeyFile { get; init; }

    /// <summary>For one attempt.</summary>
    [Range(0, 3600, MinimumIsExclusive = true)]
    public double TimeoutSeconds { get; init; } = 120;

    /// <summary>Attempts at one call, the first included.</summary>
    [Range(1, 20)]
    public int MaxAttempts { get; init; } = 4;

    /// <summary>Before the second attempt; doubled for each one after, with jitter, unless the server names a time.</summary>
    [Range(0, 600, MinimumIsExclusive = true)]
    public double RetryDelaySeconds { get; init; } = 1;

    /// <summary>A server that asks for a longer pause ends the call: the job comes back later instead of waiting.</summary>
    [Range(0, 3600)]
    public double LongestPauseSeconds { get; init; } = 60;

    /// <summary>Failures in a row after which the endpoint is left alone for <see cref="RestSeconds"/>.</summary>
    [Range(2, 1000)]
    public int FailuresBeforeRest { get; init; } = 8;

    /// <summary>How long an endpoint that failed so often is left alone.</summary>
    [Range(0.5, 3600)]
    public double RestSeconds { get; init; } = 30;

    /// <summary>In the currency the operator thinks in, as are the other prices.</summary>
    [Range(0, double.MaxValue)]
    public decimal PricePerMillionInputTokens { get; init; }

    /// <summary>The price of a million tokens that the model writes.</summary>
    [Range(0, double.MaxValue)]
    public decimal PricePerMillionOutputTokens { get; init; }

    /// <summary>The price of one picture.</summary>
    [Range(0, double.MaxValue)]
    public decimal PricePerImage { get; init; }

    /// <summary>The price of a million characters that are read aloud.</summary>
    [Range(0, double.MaxValue)]
    public decimal PricePerMillionCharacters { get; init; }

    /// <summary>The voice that a speech model reads with, as the endpoint knows it.</summary>
    [Required, StringLength(100)]
    public string Voice { get; init; } = "alloy";

    /// <summary>Sizes the image model offers, "WIDTHxHEIGHT" in pixels; the nearest shape is asked for.</summary>
    [DefaultValue("`1024x1024, 1024x1536, 1536x1024`")]
    public IReadOnlyList<string>? Sizes { get; init; }

    // Not the property's own default: what is configured would be added to it.
    internal IReadOnlyList<string> OfferedSizes => Sizes ?? ["1024x1024", "1024x1536", "1536x1024"];
}
