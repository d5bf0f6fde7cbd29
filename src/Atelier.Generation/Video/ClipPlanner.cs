using System.Globalization;

namespace Atelier.Generation;

/// <summary>Decides before any money is spent whether the model can make what is asked, and what that costs.</summary>
internal static class ClipPlanner
{
    public static (ClipPlan? Plan, ModelFailure? Failure) Plan(ClipRequest request, VideoLimits limits)
    {
        var prompt = request.Prompt.Trim();
        if (prompt.Length == 0 || prompt.Length > limits.LongestPrompt)
            return Refused($"The model takes a prompt of 1 to {limits.LongestPrompt} characters.");
        var size = string.Create(CultureInfo.InvariantCulture, $"{request.Width}x{request.Height}");
        if (!limits.Sizes.Contains(size))
            return Refused($"The model does not offer {size}; it offers {string.Join(", ", limits.Sizes)}.");
        var length = limits.Lengths.Where(offered => offered >= request.Seconds).DefaultIfEmpty(0).Min();
        if (length == 0 || !(request.Seconds > 0))
            return Refused(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The model does not offer {request.Seconds} seconds; it offers {string.Join(", ", limits.Lengths)}."
                )
            );
        return (
            new(
                prompt,
                request.Width,
                request.Height,
                length,
                request.Seconds,
                request.Seed,
                length * limits.PricePerSecond
            ),
            null
        );
    }

    private static (ClipPlan?, ModelFailure?) Refused(string why) =>
        (null, new ModelFailure(FailureCodes.NotOffered, why, Retryable: false));
}
