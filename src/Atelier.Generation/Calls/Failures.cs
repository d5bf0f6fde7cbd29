using System.ClientModel;
using System.Globalization;
using System.Text.Json;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Atelier.Generation;

/// <summary>Turns what a client library throws into a failure.</summary>
internal static class Failures
{
    /// <returns>Null for an exception that is a bug of ours, or the caller's own cancellation.</returns>
    public static ModelFailure? Of(Exception exception, TimeProvider time) =>
        exception switch
        {
            ClientResultException { Status: > 0 } refused => OfStatus(refused, time),
            TimeoutRejectedException => new(FailureCodes.TimedOut, "The model did not answer in time.", true),
            BrokenCircuitException resting => new(
                FailureCodes.Resting,
                "The model failed too often in a row and is left alone for a while.",
                true,
                resting.RetryAfter
            ),
            ClientResultException or HttpRequestException => new(
                FailureCodes.Unreachable,
                "The model's endpoint cannot be reached.",
                true
            ),
            IOException => new(FailureCodes.CutOff, "The model's answer broke off.", true),
            AggregateException { InnerException: { } inner } => Of(inner, time),
            // The client library reads fields of an answer without checking that they are there.
            JsonException
            or InvalidOperationException
            or FormatException
            or KeyNotFoundException
            or ArgumentException
            or IndexOutOfRangeException => new(
                FailureCodes.BadAnswer,
                "The model's endpoint sent something that is not an answer.",
                true
            ),
            _ => null,
        };

    private static ModelFailure OfStatus(ClientResultException refused, TimeProvider time)
    {
        var detail = $"The model's endpoint answered {refused.Status}{Message(refused)}";
        return refused.Status switch
        {
            401 or 403 => new(FailureCodes.Unauthorized, detail, false),
            429 when ErrorField(refused, "code") == "insufficient_quota" => new(FailureCodes.QuotaSpent, detail, false),
            429 => new(FailureCodes.RateLimited, detail, true, RetryAfter(refused, time)),
            408 or 409 or 425 or >= 500 => new(FailureCodes.Unavailable, detail, true, RetryAfter(refused, time)),
            _ => new(FailureCodes.Rejected, detail, false),
        };
    }

    /// <summary>Seconds or a date, as RFC 9110 allows.</summary>
    private static TimeSpan? RetryAfter(ClientResultException refused, TimeProvider time)
    {
        if (refused.GetRawResponse()?.Headers.TryGetValue("Retry-After", out var value) != true)
            return null;
        if (double.TryParse(value, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and < 86_400)
            return TimeSpan.FromSeconds(seconds);
        if (!DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, out var date))
            return null;
        var wait = date - time.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    private static string Message(ClientResultException refused) =>
        ErrorField(refused, "message") is { Length: > 0 } message
            ? $": {message[..Math.Min(message.Length, 300)]}"
            : ".";

    private static string? ErrorField(ClientResultException refused, string field)
    {
        try
        {
            using var body = JsonDocument.Parse(refused.GetRawResponse()!.Content);
            return body.RootElement.GetProperty("error").GetProperty(field).GetString();
        }
        catch (Exception e)
            when (e is JsonException or KeyNotFoundException or InvalidOperationException or NullReferenceException)
        {
            return null;
        }
    }
}
