using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Atelier.Generation;

/// <summary>What a provider's refusals mean.</summary>
internal static partial class ProviderErrors
{
    private static readonly string[] Safety =
    [
        "policy",
        "moderation",
        "safety",
        "nsfw",
        "flagged",
        "sensitive",
        "content_rejected",
    ];

    public static ModelFailure NotAnAnswer { get; } =
        new(FailureCodes.BadAnswer, "The provider sent something that is not an answer.", true);

    public static ModelFailure Of(ProviderAnswer answer, TimeProvider time)
    {
        var (code, message) = Words(answer.Body);
        var detail = $"The provider answered {answer.Status}{Tail(message)}";
        return answer.Status switch
        {
            401 or 403 => new(FailureCodes.Unauthorized, detail, false),
            402 => new(FailureCodes.QuotaSpent, detail, false),
            429 when code == "insufficient_quota" => new(FailureCodes.QuotaSpent, detail, false),
            429 => new(FailureCodes.RateLimited, detail, true, PauseOf(answer, message, time)),
            408 or 409 or 425 or >= 500 => new(FailureCodes.Unavailable, detail, true, PauseOf(answer, message, time)),
            _ when IsSafety(code) || IsSafety(message) => new(FailureCodes.Refused, detail, false),
            _ => new(FailureCodes.Rejected, detail, false),
        };
    }

    /// <summary>Of a clip that the provider began and could not finish.</summary>
    public static ModelFailure OfClip(string? code, string? message)
    {
        var detail = $"The provider could not make the clip{Tail(message ?? code)}";
        return IsSafety(code) || IsSafety(message)
            ? new(FailureCodes.Refused, detail, Retryable: false)
            : new(FailureCodes.ClipFailed, detail, Retryable: true);
    }

    /// <summary>The error's code and sentence, wherever the dialect puts them.</summary>
    public static (string? Code, string? Message) Words(JsonElement body)
    {
        var error = body.Field("error");
        return error.ValueKind is JsonValueKind.Object
            ? (error.Text("code") ?? error.Text("type"), error.Text("message"))
            : (null, error.Text() ?? body.Text("detail") ?? body.Text("title"));
    }

    private static bool IsSafety(string? text) =>
        text is not null && Safety.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static string Tail(string? message) =>
        string.IsNullOrWhiteSpace(message) ? "." : $": {message[..Math.Min(message.Length, 300)]}";

    /// <summary>Retry-After as RFC 9110 allows it, or the sentence in which Replicate says it.</summary>
    private static TimeSpan? PauseOf(ProviderAnswer answer, string? message, TimeProvider time)
    {
        if (answer.Headers.RetryAfter is { } header)
            return header.Delta
                ?? (header.Date - time.GetUtcNow() is { } wait && wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
        var said = ResetsIn().Match(message ?? "");
        return said.Success
            ? TimeSpan.FromSeconds(int.Parse(said.Groups[1].ValueSpan, CultureInfo.InvariantCulture))
            : null;
    }

    [GeneratedRegex(@"resets in ~?(\d{1,5})s")]
    private static partial Regex ResetsIn();
}
