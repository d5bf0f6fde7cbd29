using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Atelier.JobEngine.Nodes;

/// <summary>Refuses settings under which jobs would be lost, run twice or never run.</summary>
internal sealed class OptionsCheck : IValidateOptions<JobEngineOptions>
{
    public ValidateOptionsResult Validate(string? name, JobEngineOptions options)
    {
        var ranges = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), ranges, validateAllProperties: true);
        var wrong = ranges.Select(range => $"{range.MemberNames.First()}: {range.ErrorMessage}").ToList();
        foreach (var (lane, slots) in options.Lanes)
            Require(slots is >= 0 and <= 256, $"Lanes:{lane} must be 0 to 256.");
        foreach (var (lane, most) in options.OwnerLimits)
            Require(most is >= 0 and <= 1000, $"OwnerLimits:{lane} must be 0 to 1000, 0 for no limit.");
        Require(
            options.Lease >= options.Beat * 4,
            "Lease must be at least four beats, or one slow beat costs all jobs."
        );
        Require(options.LongestBackoff >= options.Backoff, "LongestBackoff must be at least Backoff.");
        return wrong.Count > 0
            ? ValidateOptionsResult.Fail(wrong.Select(reason => $"{JobEngineOptions.Section}:{reason}"))
            : ValidateOptionsResult.Success;

        void Require(bool holds, string otherwise)
        {
            if (!holds)
                wrong.Add(otherwise);
        }
    }
}
