using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Atelier.Videos.Filming;
using Atelier.Videos.Sound;

namespace Atelier.Videos;

/// <summary>What a person asks for. Stored with the film and printed in its manifest.</summary>
public record VideoOrder
{
    [Required, StringLength(4000)]
    public required string Prompt { get; init; }

    /// <summary>What renders it: builtin, or a configured model; see GET /models.</summary>
    [StringLength(120, MinimumLength = 1)]
    public string Model { get; init; } = BuiltIn;

    /// <summary>480p, 720p, 1080p or 4k: the shorter side.</summary>
    [AllowedValues("480p", "720p", "1080p", "4k", ErrorMessage = "The resolution is one of 480p, 720p, 1080p and 4k.")]
    public string Resolution { get; init; } = "720p";

    /// <summary>low, medium or high.</summary>
    [AllowedValues("low", "medium", "high", ErrorMessage = "The quality is one of low, medium and high.")]
    public string Quality { get; init; } = "medium";

    /// <summary>1 to 60 seconds.</summary>
    [Range(1.0, 60.0)]
    public double Duration { get; init; } = 10;

    /// <summary>16:9, 9:16 or 1:1.</summary>
    [AllowedValues("16:9", "9:16", "1:1", ErrorMessage = "The aspect is one of 16:9, 9:16 and 1:1.")]
    public string Aspect { get; init; } = "16:9";

    /// <summary>Frames a second, 24 or 30.</summary>
    [AllowedValues(24, 30, ErrorMessage = "The frame rate is 24 or 30.")]
    public int Fps { get; init; } = 30;

    /// <summary>A voice of the narrator, or none.</summary>
    [KnownVoice]
    public string Voice { get; init; } = Voices.Default;

    /// <summary>Words a minute where there is time.</summary>
    [Range(80, 220)]
    public int VoiceSpeed { get; init; } = NarrationStyle.EasyPace;

    /// <summary>Music under the voice.</summary>
    public bool Music { get; init; } = true;

    /// <summary>Draws the captions into the picture, besides the track that can be switched on and off.</summary>
    public bool BurnCaptions { get; init; }

    /// <summary>Stops when the storyboard is written, so that it can be changed before anything is rendered.</summary>
    public bool StoryboardFirst { get; init; }

    /// <summary>Up to 16 values of your own, 8 KB in all; given back, and otherwise left alone.</summary>
    [OwnValues]
    public IReadOnlyDictionary<string, JsonElement>? Metadata { get; init; }

    /// <summary>Same order and seed, same frames. Chosen from the film's id when absent.</summary>
    [Range(0, 9007199254740991)] // exact in a JSON number
    public long? Seed { get; init; }

    internal const string BuiltIn = "builtin";
    internal const string NoVoice = "none";

    internal FilmFormat Format => FilmFormat.Of(Resolution, Quality, Aspect, Fps);

    /// <summary>Without what a request may carry beside the order.</summary>
    internal VideoOrder OrderAlone() => new(this);
}

[AttributeUsage(AttributeTargets.Property)]
internal sealed class KnownVoiceAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) =>
        value is string name && (name == VideoOrder.NoVoice || Voices.IsKnown(name));

    public override string FormatErrorMessage(string name) =>
        $"The voice is one of {string.Join(", ", Voices.All.Select(voice => voice.Name))} and {VideoOrder.NoVoice}.";
}

/// <summary>A few small values that the caller keeps with a work.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class OwnValuesAttribute : ValidationAttribute
{
    private const int MostKeys = 16;
    private const int MostBytes = 8 * 1024;

    public override bool IsValid(object? value) =>
        value is not IReadOnlyDictionary<string, JsonElement> values
        || (values.Count <= MostKeys && JsonSerializer.SerializeToUtf8Bytes(values).Length <= MostBytes);

    public override string FormatErrorMessage(string name) =>
        $"{name} holds at most {MostKeys} values of {MostBytes / 1024} KB in all.";
}
