using Atelier.Platform.Outgoing;

namespace Atelier.Library.Mirrors;

/// <summary>Calls a mirror, and tells what is wrong with it from what is wrong with one document.</summary>
internal sealed class MirrorClient(string name, Uri address, TimeSpan time, TimeProvider clock) : IDisposable
{
    private const int LongestReason = 300;

    private readonly OperatorClient _client = new(address, time, clock);

    /// <param name="reason">What the body of a refusal says.</param>
    /// <returns>The body of an answer that is none of a refusal.</returns>
    /// <exception cref="MirrorException">No such answer came.</exception>
    public async Task<string> SendAsync(
        HttpRequestMessage request,
        Func<string, string?> reason,
        CancellationToken cancel
    )
    {
        try
        {
            using var response = await _client.SendAsync(request, cancel);
            var body = await response.Content.ReadAsStringAsync(cancel);
            return response.IsSuccessStatusCode ? body : throw Refused(response, reason(body));
        }
        catch (TimeoutException e)
        {
            throw new MirrorException($"{name} did not answer in time.", isOutage: true, inner: e);
        }
        catch (HttpRequestException e)
        {
            throw new MirrorException($"{name} cannot be reached: {e.Message}", isOutage: true, inner: e);
        }
    }

    public void Dispose() => _client.Dispose();

    public static string Short(string reason) =>
        reason.Length <= LongestReason ? reason : string.Concat(reason.AsSpan(0, LongestReason), "…");

    /// <summary>What is wrong with one document passes with the next; a wrong key, too many requests or a failure do not.</summary>
    private MirrorException Refused(HttpResponseMessage response, string? reason)
    {
        var status = (int)response.StatusCode;
        var said = string.IsNullOrWhiteSpace(reason) ? "" : $": {Short(reason)}";
        return new(
            $"{name} answered {status}{said}",
            isOutage: status is 401 or 403 or 404 or 407 or 408 or 429 or < 400 or >= 500,
            RetryAfter(response),
            status
        );
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response) =>
        response.Headers.RetryAfter switch
        {
            { Delta: { } wait } => wait,
            { Date: { } date } when date > clock.GetUtcNow() => date - clock.GetUtcNow(),
            _ => null,
        };
}
