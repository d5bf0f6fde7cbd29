using Microsoft.Extensions.Options;

namespace Atelier.JobEngine.Nodes;

/// <summary>Refuses settings under which jobs would be lost, run twice or never run.</summary>
internal sealed class OptionsCheck : IValidateOptions<JobEngineOptions>
{
    public ValidateOptionsResult Validate(string? name, JobEngineOptions options)
    {
        var wrong = new List<string>();
        Require(options.LaneConcurrency is >= 1 and <= 256, "LaneConcurrency must be 1 to 256.");
        foreach (var (lane, slots) in options.Lanes)
            Require(slots is >= 0 and <= 256, $"Lanes:{lane} must be 0 to 256.");
        Require(options.Beat > TimeSpan.Zero, "Beat must be longer than nothing.");
        Require(
            options.Lease >= options.Beat * 4,
            "Lease must be at least four beats, or one slow beat costs all jobs."
        );
        Require(
            options.Poll > TimeSpan.Zero && options.Sweep > TimeSpan.Zero,
            "Poll and Sweep must be longer than nothing."
        );
        Require(options.DrainGrace >= TimeSpan.Zero, "DrainGrace cannot be negative.");
        Require(
            options.Backoff > TimeSpan.Zero && options.LongestBackoff >= options.Backoff,
            "Backoff must be positive and at most LongestBackoff."
        );
        Require(options.MaxCrashes is >= 1 and <= 100, "MaxCrashes must be 1 to 100.");
        Require(options.KeepFinishedDays is >= 1 and <= 3650, "KeepFinishedDays must be 1 to 3650.");
        return wrong.Count > 0 ? ValidateOptionsResult.Fail(wrong) : ValidateOptionsResult.Success;

        void Require(bool holds, string otherwise)
        {
            if (!holds)
                wrong.Add("Jobs:" + otherwise);
        }
    }
}
